import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Reported by the field types in `reading/field-types.ts`. */
export const unquotedReference: Rule = {
  code: "unquoted-reference",
  refusedBy: "AWS",
  summary: "A value that starts with an unquoted {{ is a map in YAML, not a reference.",
  source: "https://yaml.org/spec/1.2.2/#742-flow-mappings",
  fail: [buildSteps("- name: Make\n  action: CreateFolder\n  inputs:\n    - path: ▸{{ env:HOME }}\n")],
  pass: [buildSteps('- name: Make\n  action: CreateFolder\n  inputs:\n    - path: "{{ env:HOME }}"\n')],
};
