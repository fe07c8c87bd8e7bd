import type { Rule } from "../../problems/rule";
import { withLock } from "./examples";

export const lockSyntax: Rule = {
  code: "lock-syntax",
  refusedBy: "project",
  summary: "The lock is not well-formed JSON.",
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  fail: [withLock({ current: '"current": "1.0.1"', beforeIntegrity: "▸" })],
  pass: [withLock()],
};
