import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

export const s3Uri: FieldRule = {
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
  examine: (value, name) =>
    /^s3:\/\//i.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, expected s3://bucket/key`,
          fix: "write s3://, the bucket, a slash and the key",
        },
};
