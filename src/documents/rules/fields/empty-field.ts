import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Reported by `checkFields`. */
export const emptyField: Rule = {
  code: "empty-field",
  severity: "warning",
  summary: "An optional field has no value. It may have been forgotten, or the indentation is wrong.",
  source: "https://yaml.org/spec/1.2.2/#72-flow-scalar-styles",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  ▸onFailure:\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n")],
};
