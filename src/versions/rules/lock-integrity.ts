import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

export const lockIntegrity: Rule = {
  code: "lock-integrity",
  refusedBy: "project",
  summary: "An entry of the lock was edited by hand. One version could then stand for two contents.",
  source,
  fail: [withLock({ firstDigit: "3", mark: "▸" })],
  pass: [withLock()],
};
