import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

export const lockCurrent: Rule = {
  code: "lock-current",
  refusedBy: "project",
  summary: "The version in use is not in the lock's history, or is lower than the last one.",
  source,
  fail: [withLock({ current: '"current": ▸"1.0.0",' })],
  pass: [withLock()],
};
