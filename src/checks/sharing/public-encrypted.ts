import type { ProjectRule } from "../project-rule";
import { encryptedVolumes } from "../volumes/volume-keys";
import { copyKey } from "./copy-key";
import { distributing, withEncryptedVolume } from "./example";

const allowed = "allowPublicImages: true\n";
const key = (region: string) => `kmsKey: arn:aws:kms:${region}:123456789012:alias/images`;

export const publicEncrypted: ProjectRule = {
  code: "public-encrypted",
  refusedBy: "build",
  summary: "An AMI with encrypted volumes is public, which EC2 refuses.",
  source: "EC2 User Guide, make your AMI publicly available: not with encrypted volumes or snapshots of them",
  fail: [
    { ...withEncryptedVolume, ...distributing(["share:", "  public: ▸true"], { more: allowed }) },
    distributing([key("eu-west-1"), "share:", "  public: ▸true"], { region: "eu-west-1", more: allowed }),
    distributing(["share:", "  public: ▸true"], { more: `${allowed}encryption:\n  ${key("us-east-1")}\n` }),
  ],
  pass: [distributing(["share:", "  public: true"], { more: allowed })],
  eachTarget({ image, target, path, environment: { value } }, report, { images }) {
    if (target.share.public !== true || !value.allowPublicImages) return;
    const [volume] = encryptedVolumes(image, images, value);
    const hasCopyKey = copyKey(value, target) !== undefined;
    if (volume === undefined && !hasCopyKey) return;
    const owner = volume?.index === undefined ? undefined : volume.image;
    const by = volume === undefined ? " by its kmsKey" : owner === undefined ? " by encryption" : "";
    const fix =
      owner === undefined
        ? "share it with accounts, or build it in an environment without a key"
        : `share it with accounts, or write encrypted: false for the volumes of images/${owner}.yaml`;
    report([...path, "share", "public"], `"${image}" is public, but encrypted${by}, which EC2 refuses`, fix);
  },
};
