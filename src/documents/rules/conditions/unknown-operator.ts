import type { Rule } from "../../../problems/rule";
import { when } from "./examples";

/** Reported by the type `condition` of component steps. */
export const unknownOperator: Rule = {
  code: "unknown-operator",
  refusedBy: "AWS",
  summary: "AWSTOE does not know the operator of a condition. Letter case matters.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html",
  fail: [when("    ▸binaryExist: dnf\n")],
  pass: [when("    binaryExists: dnf\n")],
};
