import type { Rule } from "../../../problems/rule";
import { buildSteps } from "../../examples";

/** Reported by the field types in `reading/field-types.ts`. */
export const unquotedColon: Rule = {
  code: "unquoted-colon",
  refusedBy: "AWS",
  summary: "Unquoted text with a colon and a space is a map in YAML, not text.",
  source: "https://yaml.org/spec/1.2.2/#733-plain-style",
  fail: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - ▸echo greeting: hello\n")],
  pass: [
    buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - 'echo greeting: hello'\n"),
  ],
};
