import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

export const lockFormat: Rule = {
  code: "lock-format",
  refusedBy: "project",
  summary: "The lock has the format of another release, or contains keys or values that no release writes.",
  source,
  fail: [withLock({ lockVersion: "▸2" })],
  pass: [withLock()],
};
