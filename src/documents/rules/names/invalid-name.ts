import { documentNameLength } from "../../../aws/limits";
import { buildSteps, helloStep, sayHello } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

export const invalidName: FieldRule = {
  code: "invalid-name",
  refusedBy: "AWS",
  summary:
    "The name of a phase, step, parameter or constant must be 3 to 128 letters, digits, hyphens and underscores. Image Builder refuses the document.",
  source: `${page}; service message "Invalid step name … Allowed characters are combinations of numbers [0-9], english letters [a-z,A-Z] and special characters [-_]"`,
  fail: [buildSteps(helloStep("▸Say hello"))],
  pass: [buildSteps(sayHello)],
  examine: (value, name) =>
    isName(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, allowed: ${nameForm}`, fix: `write ${nameLike(value)}` },
};

export const nameForm = "3 to 128 letters, digits, - and _";

function isName(word: string): boolean {
  return (
    word.length >= documentNameLength.min && word.length <= documentNameLength.max && /^[A-Za-z0-9_-]+$/.test(word)
  );
}

function nameLike(got: string): string {
  const suggestion = got.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
  return isName(suggestion) ? `e.g. "${suggestion}"` : nameForm;
}
