import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Found by the types of fields as they read. */
export const fieldType: Rule = {
  code: "field-type",
  severity: "error",
  summary: "A field has a value of the wrong kind, for example text instead of a list.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html",
  fail: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands: ▸echo hello\n")],
  pass: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo hello\n")],
};
