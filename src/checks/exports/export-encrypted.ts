import { defaultKey } from "../../factory/resolve-keys";
import type { ProjectRule } from "../project-rule";
import { encryptedVolumes } from "../volumes/volume-keys";
import { exporting } from "./example";

export const exportEncrypted: ProjectRule = {
  code: "export-encrypted",
  refusedBy: "build",
  summary: "An AMI with encrypted volumes is exported as a disk image, which VM Import/Export refuses.",
  source: "VM Import/Export User Guide, considerations for image export",
  fail: [exporting(["size: 20"], "▸")],
  pass: [exporting(["size: 20", "encrypted: false"]), exporting([])],
  eachTarget({ image, target, path, environment: { value } }, report, { images }) {
    if (target.export === undefined) return;
    const [volume] = encryptedVolumes(image, images, value);
    const isCopy = target.region !== value.region;
    const hasKey = isCopy && (target.kmsKey ?? defaultKey(value, target.region)) !== undefined;
    if (volume === undefined && !hasKey) return;
    const fix =
      volume?.index === undefined
        ? "build it in an environment without a key"
        : `write encrypted: false for the volumes of images/${volume.image}.yaml`;
    report({ key: [...path, "export"] }, `"${image}" is exported, but encrypted`, fix);
  },
};
