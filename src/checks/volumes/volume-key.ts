import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";

const kmsKey = "kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images";

export const volumeKey: ProjectRule = {
  code: "volume-key",
  refusedBy: "build",
  unsilenceable: true,
  summary: "A volume has a KMS key but is not encrypted, so the key would be ignored.",
  source: "API field EbsInstanceBlockDeviceSpecification.kmsKeyId, which needs encrypted",
  fail: [withVolume("encrypted: ▸false", kmsKey)],
  pass: [withVolume("encrypted: true", kmsKey), withVolume("encrypted: false")],
  eachVolume({ volume, path }, report) {
    if (volume.encrypted !== false || volume.kmsKey === undefined) return;
    const message = `"kmsKey" is "${volume.kmsKey}", but "encrypted" is false`;
    report([...path, "encrypted"], message, "remove kmsKey, or write encrypted: true");
  },
};
