import { standsOn } from "../../model/parent";
import type { ProjectRule } from "../project-rule";
import { parentVolumes, withChild } from "./parent-volumes";

export const volumeEncryption: ProjectRule = {
  code: "volume-encryption",
  severity: "warning",
  summary: "A volume sets `encrypted: false`, but the parent's volume is encrypted. Encryption cannot be removed.",
  source: "EC2 API field EbsBlockDevice.Encrypted: in no case can encryption be removed from an encrypted volume",
  fail: [withChild(["size: 20"], ["size: 20", "encrypted: ▸false"])],
  pass: [withChild(["size: 20", "encrypted: false"], ["size: 20", "encrypted: false"])],
  eachRecipe({ kind, name, definition, base, volumes }, report, context) {
    const parent = standsOn(definition.parent);
    if (kind !== "image" || base === undefined || parent === undefined) return;
    const below = parentVolumes(name, context);
    volumes.forEach(({ encrypted, device = base.rootDevice }, index) => {
      if (encrypted || device === undefined || below.get(device)?.encrypted !== true) return;
      const message = `"encrypted" is false, but the same volume of "${parent}" is encrypted`;
      report(["volumes", index, "encrypted"], message, "remove it, or write it there as well");
    });
  },
};
