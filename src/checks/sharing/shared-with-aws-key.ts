import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { distributing, toAccount, withEncryptedVolume } from "./example";
import { sharingFaults } from "./sharing-fault";

const key = (region: string, alias: string) => `kmsKey: ▸arn:aws:kms:${region}:123456789012:alias/${alias}`;
const good = "kmsKey: arn:aws:kms:eu-west-1:123456789012:alias/images";

export const sharedWithAwsKey: ProjectRule = {
  code: "shared-with-aws-key",
  refusedBy: "build",
  summary:
    "An AMI is shared or copied, but it is encrypted with the AWS managed key of the account, which no other account can use.",
  source: "EC2 User Guide, sharing an AMI with encrypted snapshots: only a customer managed key can be shared",
  fail: [
    distributing([key("eu-west-1", "aws/ebs"), ...toAccount], { region: "eu-west-1" }),
    {
      ...withEncryptedVolume,
      ...distributing(toAccount, { more: `encryption:\n  ${key("us-east-1", "aws/ebs")}\n` }),
    },
    {
      ...withImage({ more: `volumes:\n  - size: 20\n    ${key("us-east-1", "aws/ebs")}\n` }),
      ...distributing(toAccount),
    },
  ],
  pass: [distributing([good, ...toAccount], { region: "eu-west-1" })],
  eachTarget(target, report, context) {
    for (const { of, place, message, fix } of sharingFaults(target, context))
      if (of === "aws-key") report(place, message, fix);
  },
};
