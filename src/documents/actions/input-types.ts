import { listOf } from "../../problems/suggest";
import { by } from "../reading/field-rule";
import { flag, text } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import { accountId } from "../rules/actions/account-id";
import { letterCase } from "../rules/actions/letter-case";
import { s3Uri } from "../rules/actions/s3-uri";
import { invalidChoice } from "../rules/fields/invalid-choice";

/** Types of inputs that several action modules share. */

export const bucketOwner = text("an account of 12 digits, in quotes", by(accountId));
export const s3Location = text("a place in S3, s3://bucket/key", by(s3Uri));

const encodings = ["utf8", "utf16", "utf16-LE", "utf16-BE", "utf32", "utf32-LE", "utf32-BE"].flatMap((name) => [
  name,
  name.replace("utf", "utf-"),
]);
const lowerEncodings = new Set(encodings.map((name) => name.toLowerCase()));

/** The documentation lists them in lower case and says that case does not count. */
export const encoding = text(`one of ${listOf(encodings)}`, (node, ...rest) => {
  if (!lowerEncodings.has(node.value.toLowerCase())) by(invalidChoice, encodings)(node, ...rest);
});

/** One of `choices`; another case is documented neither as right nor as wrong. */
export function oneOfInAnyCase(choices: readonly string[]): FieldType {
  const lower = new Set(choices.map((choice) => choice.toLowerCase()));
  return text(`one of ${listOf(choices)}`, by(letterCase, choices), (node, ...rest) => {
    if (!lower.has(node.value.toLowerCase())) by(invalidChoice, choices)(node, ...rest);
  });
}

/** The name or id of a user or group. A bare number would be read as a number, so it stands in quotes. */
export const owner: FieldType = text("a name or an id, in quotes");

/** Permissions in octal. A bare number would lose its leading zero, so they stand in quotes. */
export const permissions: FieldType = text("permissions in quotes");

/** AWS documents "recurse" of S3Upload as a string and uses it as a boolean: both are right. */
export const flagOrText: FieldType = {
  expects: flag.expects,
  check: (value, report) => {
    const { node } = value;
    if (node.kind !== "text" || !["true", "false"].includes(node.value)) flag.check(value, report);
  },
};
