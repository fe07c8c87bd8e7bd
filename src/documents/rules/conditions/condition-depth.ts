import type { Rule } from "../../../problems/rule";
import { logicPage, when } from "./examples";

/** Reported by the type `condition` of component steps. */
export const conditionDepth: Rule = {
  code: "condition-depth",
  refusedBy: "AWS",
  summary: "A condition is nested more than 4 levels deep, including the innermost comparison.",
  source: logicPage,
  fail: [when("    not:\n      not:\n        not:\n          not:\n            ▸binaryExists: dnf\n")],
  pass: [when("    not:\n      not:\n        not:\n          binaryExists: dnf\n")],
};
