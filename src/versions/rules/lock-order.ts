import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

export const lockOrder: Rule = {
  code: "lock-order",
  refusedBy: "project",
  summary: "The versions in the lock do not increase, or are not valid (three numbers from 0 to 2^30-1).",
  source: `API field semanticVersion; ${source}`,
  fail: [withLock({ second: '▸"0.9.0"' })],
  pass: [withLock()],
};
