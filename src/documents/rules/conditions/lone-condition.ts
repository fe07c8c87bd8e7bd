import type { Rule } from "../../../problems/rule";
import { logicPage, when } from "./examples";

/** Reported by the type `condition` of component steps. */
export const loneCondition: Rule = {
  code: "lone-condition",
  severity: "warning",
  summary: "`and` or `or` has only one condition. The documentation asks for two or more.",
  source: logicPage,
  fail: [when("    ▸and:\n      - binaryExists: dnf\n")],
  pass: [when("    binaryExists: dnf\n")],
};
