import { listOf } from "../../problems/suggest";
import { by } from "../reading/field-rule";
import { digits, flag, text } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import { accountId } from "../rules/actions/account-id";
import { letterCase } from "../rules/actions/letter-case";
import { s3Uri } from "../rules/actions/s3-uri";
import { invalidChoice } from "../rules/fields/invalid-choice";

/** Input types that several action modules share. */

export const bucketOwner = digits("an account of 12 digits, in quotes", by(accountId));
export const s3Location = text("a place in S3, s3://bucket/key", by(s3Uri));

const encodings = ["utf8", "utf16", "utf16-LE", "utf16-BE", "utf32", "utf32-LE", "utf32-BE"].flatMap((name) => [
  name,
  name.replace("utf", "utf-"),
]);
const lowerEncodings = new Set(encodings.map((name) => name.toLowerCase()));

/** Character encoding of a file. The documentation lists the names in lower case and says that they are not case-sensitive. */
export const encoding = text(`one of ${listOf(encodings)}`, (node, ...rest) => {
  if (!lowerEncodings.has(node.value.toLowerCase())) by(invalidChoice, encodings)(node, ...rest);
});

/**
 * Returns a text type that accepts one of `choices`. Reports a different letter case, because AWS does not document whether it is accepted.
 */
export function oneOfInAnyCase(choices: readonly string[]): FieldType {
  const lower = new Set(choices.map((choice) => choice.toLowerCase()));
  return text(`one of ${listOf(choices)}`, by(letterCase, choices), (node, ...rest) => {
    if (!lower.has(node.value.toLowerCase())) by(invalidChoice, choices)(node, ...rest);
  });
}

/** Name or ID of a user or group. */
export const owner: FieldType = digits("a name or an id, in quotes");

/** File permissions in octal. A leading zero has to be quoted, because YAML reads a bare value as a number and drops it. */
export const permissions: FieldType = digits("permissions in quotes");

/** A boolean, or its text. AWS documents `recurse` of S3Upload as a string but uses it as a boolean, so both are accepted. */
export const flagOrText: FieldType = {
  expects: flag.expects,
  check: (value, report) => {
    const { node } = value;
    if (node.kind !== "text" || !["true", "false"].includes(node.value)) flag.check(value, report);
  },
};
