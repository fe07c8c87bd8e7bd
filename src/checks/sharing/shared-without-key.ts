import type { ProjectRule } from "../project-rule";
import { distributing, withEncryptedVolume } from "./example";
import { sharingFaults } from "./sharing-fault";

const key = (region: string) => `kmsKey: arn:aws:kms:${region}:123456789012:alias/images`;
const shared = ["share:", '  ▸accounts: ["111122223333"]'];
const allowed = ["share:", '  accounts: ["111122223333"]'];

export const sharedWithoutKey: ProjectRule = {
  code: "shared-without-key",
  refusedBy: "build",
  summary:
    "An AMI with encrypted volumes is shared or copied, but its snapshots are encrypted with an AWS managed key, which cannot be shared.",
  source: "EC2 User Guide, sharing an AMI with encrypted snapshots: only a customer managed key can be shared",
  fail: [
    { ...withEncryptedVolume, ...distributing(shared) },
    { ...withEncryptedVolume, ...distributing(shared, { region: "eu-west-1" }) },
    { ...withEncryptedVolume, ...distributing(['▸copyTo: { accounts: ["111122223333"] }']) },
  ],
  pass: [
    { ...withEncryptedVolume, ...distributing(allowed, { more: `encryption:\n  ${key("us-east-1")}\n` }) },
    { ...withEncryptedVolume, ...distributing([key("eu-west-1"), ...allowed], { region: "eu-west-1" }) },
    distributing(allowed),
  ],
  eachTarget(target, report, context) {
    for (const { of, place, message, fix } of sharingFaults(target, context))
      if (of === "no-key") report(place, message, fix);
  },
};
