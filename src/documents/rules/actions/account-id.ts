import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

export const accountId: FieldRule = {
  code: "account-id",
  refusedBy: "build",
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
  examine: (value, name) =>
    /^\d{12}$/.test(value)
      ? undefined
      : {
          message: `${name} is ${quoted(value)}, expected 12 digits`,
          fix: "write the 12 digits of the account, in quotes",
        },
};
