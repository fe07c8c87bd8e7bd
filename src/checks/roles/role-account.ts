import { parseArn } from "../../aws/arn";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const given = (key: string, arn: string) => withSettings(`${key}:\n  arn: ${arn}\n`);

export const roleAccount: ProjectRule = {
  code: "role-account",
  refusedBy: "AWS",
  summary: "Image Builder would assume a role of another account, which cannot be passed to it.",
  source: "IAM User Guide, iam:PassRole: a role can be passed only within its account",
  fail: [
    given("executionRole", "▸arn:aws:iam::999999999999:role/images"),
    given("lifecycleRole", "▸arn:aws:iam::999999999999:role/images"),
  ],
  pass: [given("executionRole", "arn:aws:iam::123456789012:role/images")],
  eachEnvironment({ value }, report) {
    for (const key of ["executionRole", "lifecycleRole"] as const) {
      const { arn } = value[key];
      const owner = parseArn(arn);
      if (arn === undefined || owner === undefined || owner.account === value.account) continue;
      const message = `the role "${arn}" belongs to account "${owner.account}", but the environment to "${value.account}"`;
      report([key, "arn"], message, `write a role of ${value.account}`);
    }
  },
};
