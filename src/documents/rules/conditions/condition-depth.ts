import type { Rule } from "../../../problems/rule";
import { when } from "./examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-logical-operators.html";

/** Reported by the type `condition` of component steps. */
export const conditionDepth: Rule = {
  code: "condition-depth",
  refusedBy: "AWS",
  summary: "A condition is nested more than 4 levels deep, including the innermost comparison.",
  source: page,
  fail: [when("    not:\n      not:\n        not:\n          not:\n            ▸binaryExists: dnf\n")],
  pass: [when("    not:\n      not:\n        not:\n          binaryExists: dnf\n")],
};
