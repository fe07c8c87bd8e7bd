import type { Rule } from "../../problems/rule";
import { listOf as listed, writeOneOf } from "../../problems/suggest";
import { buildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { flag, invalidChoice, text } from "../reading/field-types";
import type { FieldType } from "../reading/fields";

/** Types of inputs that several action modules share. */

const accountId: Rule = {
  code: "account-id",
  severity: "error",
  summary: "An AWS account id must have 12 digits.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3download",
  fail: [
    buildSteps(
      '- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://tools/tool.rpm\n      destination: /tmp/tool.rpm\n      expectedBucketOwner: ▸"1111-2222-3333"\n',
    ),
  ],
  pass: [
    buildSteps(
      '- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://tools/tool.rpm\n      destination: /tmp/tool.rpm\n      expectedBucketOwner: "111122223333"\n',
    ),
  ],
};

const s3Uri: Rule = {
  code: "s3-uri",
  severity: "warning",
  summary: "An S3 location does not start with s3://.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3download",
  fail: [
    buildSteps(
      "- name: Fetch\n  action: S3Download\n  inputs:\n    - source: ▸https://tools.s3.amazonaws.com/tool.rpm\n      destination: /tmp/tool.rpm\n",
    ),
  ],
  pass: [
    buildSteps(
      "- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://tools/tool.rpm\n      destination: /tmp/tool.rpm\n",
    ),
  ],
};

const letterCase: Rule = {
  code: "letter-case",
  severity: "warning",
  summary: "A value differs from the documented one only in letter case. Not every action module accepts that.",
  source:
    "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-webdownload",
  fail: [
    buildSteps(
      "- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: https://example.com/tool.rpm\n      destination: /tmp/tool.rpm\n      checksum: 9e107d9d372bb6826bd81d3542a419d6\n      algorithm: ▸md5\n",
    ),
  ],
  pass: [
    buildSteps(
      "- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: https://example.com/tool.rpm\n      destination: /tmp/tool.rpm\n      checksum: 9e107d9d372bb6826bd81d3542a419d6\n      algorithm: MD5\n",
    ),
  ],
};

export const inputTypeRules = [accountId, s3Uri, letterCase];

export const bucketOwner: FieldType = text("an account of 12 digits, in quotes", ({ value }, { name, at }, report) => {
  if (/^\d{12}$/.test(value)) return;
  report.add(
    accountId,
    at,
    `${name} is ${quoted(value)}, expected 12 digits`,
    "write the 12 digits of the account, in quotes",
  );
});

export const s3Location: FieldType = text("a place in S3, s3://bucket/key", ({ value }, { name, at }, report) => {
  if (/^s3:\/\//i.test(value)) return;
  report.add(
    s3Uri,
    at,
    `${name} is ${quoted(value)}, expected s3://bucket/key`,
    "write s3://, the bucket, a slash and the key",
  );
});

const encodings = ["utf8", "utf16", "utf16-LE", "utf16-BE", "utf32", "utf32-LE", "utf32-BE"].flatMap((name) => [
  name,
  name.replace("utf", "utf-"),
]);
const lowerEncodings = new Set(encodings.map((name) => name.toLowerCase()));

/** The documentation lists them in lower case and says that case does not count. */
export const encoding: FieldType = text(`one of ${listed(encodings)}`, ({ value }, { name, at }, report) => {
  if (lowerEncodings.has(value.toLowerCase())) return;
  report.add(
    invalidChoice,
    at,
    `${name} is ${quoted(value)}, allowed: ${listed(encodings)}`,
    writeOneOf(value.slice(0, 100), encodings),
  );
});

/** One of `choices`; another case is documented neither as right nor as wrong. */
export function oneOfInAnyCase(choices: readonly string[]): FieldType {
  return text(`one of ${listed(choices)}`, ({ value }, { name, at }, report) => {
    if (choices.includes(value)) return;
    const same = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (same !== undefined)
      report.add(letterCase, at, `${name} is ${quoted(value)}, AWS writes ${quoted(same)}`, `write "${same}"`);
    else
      report.add(
        invalidChoice,
        at,
        `${name} is ${quoted(value)}, allowed: ${listed(choices)}`,
        writeOneOf(value.slice(0, 100), choices),
      );
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
