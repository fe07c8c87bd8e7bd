import type { Rule } from "../../../problems/rule";
import { when } from "./examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-logical-operators.html";

/** Reported by the type `condition` of component steps. */
export const loneCondition: Rule = {
  code: "lone-condition",
  severity: "warning",
  summary: "`and` or `or` has only one condition. The documentation asks for two or more.",
  source: page,
  fail: [when("    ▸and:\n      - binaryExists: dnf\n")],
  pass: [when("    binaryExists: dnf\n")],
};
