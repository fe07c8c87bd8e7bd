import { parseArn } from "../../aws/arn";
import type { ProjectRule } from "../project-rule";
import { both } from "./example";
import { encrypted, usingKeys } from "./key-example";

export const keyUserAccount: ProjectRule = {
  code: "key-user-account",
  severity: "warning",
  summary: "A key user is a role of another account. Such a role launches no instances in this account.",
  source: "EC2 Auto Scaling User Guide, Required AWS KMS key policy: the role of the account that launches",
  fail: [both(encrypted("share"), usingKeys({ mark: "▸", account: "444455556666" }))],
  pass: [both(encrypted("share"), usingKeys())],
  project({ consumers }, report) {
    for (const { source, value, consumer } of consumers)
      consumer.keyUsers.forEach((arn, index) => {
        if (parseArn(arn)?.account === value.account) return;
        const message = `"${arn}" is a role of another account than "${value.account}"`;
        report(
          { source, path: ["consumer", "keyUsers", index] },
          message,
          `write the role of account "${value.account}"`,
        );
      });
  },
};
