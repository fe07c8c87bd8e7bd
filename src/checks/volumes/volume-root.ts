import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";
import { typeLimits } from "./type-limits";

export const volumeRoot: ProjectRule = {
  code: "volume-root",
  refusedBy: "build",
  summary: "The root volume has a type that cannot be a boot volume.",
  source: "EBS User Guide, volume types: st1 and sc1 cannot be boot volumes",
  fail: [
    withVolume("type: ▸sc1", "size: 200"),
    withVolume("type: ▸st1", "size: 500"),
    withVolume("type: ▸st1", "size: 500", "device: /dev/xvda"),
  ],
  pass: [withVolume("type: sc1", "size: 200", "device: /dev/xvdb")],
  eachVolume({ volume: { type, device }, path, recipe: { base } }, report) {
    if (typeLimits[type].noRoot !== true || (device !== undefined && device !== base?.rootDevice)) return;
    const message = `the root device cannot be of type "${type}"`;
    report([...path, "type"], message, "write gp3, or another device, e.g. /dev/xvdb");
  },
};
