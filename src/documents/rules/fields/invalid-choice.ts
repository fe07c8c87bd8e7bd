import { listOf, writeOneOf } from "../../../problems/suggest";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

export const invalidChoice: FieldRule<readonly string[]> = {
  code: "invalid-choice",
  refusedBy: "AWS",
  summary: "The value of a field is not one of the allowed values. Letter case matters.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  onFailure: ▸Retry\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n  onFailure: Continue\n")],
  examine: (value, name, choices) =>
    choices.includes(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, allowed: ${listOf(choices)}`,
          fix: writeOneOf(value, choices),
        },
};
