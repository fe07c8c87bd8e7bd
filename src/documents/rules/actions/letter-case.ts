import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";

export const letterCase: FieldRule<readonly string[]> = {
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
  examine: (value, name, choices) => {
    const same = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
    return same === undefined || same === value
      ? undefined
      : { message: `${name} is ${quoted(value)}, AWS writes ${quoted(same)}`, fix: `write "${same}"` };
  },
};
