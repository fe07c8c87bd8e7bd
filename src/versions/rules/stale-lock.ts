import type { Rule } from "../../problems/rule";
import { source } from "./examples";

export const staleLock: Rule = {
  code: "stale-lock",
  refusedBy: "project",
  summary: "Something changed that has no new version yet. AWS refuses to change a published version.",
  source,
  fail: [],
  pass: [],
};
