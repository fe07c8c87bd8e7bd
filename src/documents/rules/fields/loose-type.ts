import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Reported by the field types in `reading/field-types.ts`. */
export const looseType: Rule = {
  code: "loose-type",
  severity: "warning",
  summary:
    "YAML reads an unquoted value as a number or boolean where text is expected, or the other way round. 0755 may become 493, and 1.10 may become 1.1.",
  source: "https://yaml.org/spec/1.1/#id858600",
  fail: [
    buildSteps("- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n      permissions: ▸0755\n"),
  ],
  pass: [
    buildSteps('- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n      permissions: "0755"\n'),
  ],
};
