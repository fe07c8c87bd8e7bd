import type { ProjectRule } from "../project-rule";
import { distributing } from "./example";

export const homeKey: ProjectRule = {
  code: "home-key",
  severity: "warning",
  summary:
    "A distribution sets a KMS key for the region of the build, where it has no effect. The key encrypts copies to other regions and accounts; the AMI itself is encrypted as its volumes are.",
  source: "Image Builder User Guide, AMI distribution settings: kmsKeyId",
  fail: [distributing(["kmsKey: ▸arn:aws:kms:us-east-1:123456789012:alias/images"])],
  pass: [
    distributing(["kmsKey: arn:aws:kms:eu-west-1:123456789012:alias/images"], { region: "eu-west-1" }),
    distributing(["kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images", 'copyTo: { accounts: ["111122223333"] }']),
  ],
  eachTarget({ target, path, environment }, report) {
    const { region } = environment.value;
    if (target.kmsKey === undefined || target.region !== region || target.copyTo !== undefined) return;
    const message = `"kmsKey" encrypts copies, and "${region}" is where the AMI is built: there it is encrypted as its volumes are`;
    const fix = "remove it; the key of the AMI is encryption.kmsKey, or that of the image's volumes";
    report([...path, "kmsKey"], message, fix);
  },
};
