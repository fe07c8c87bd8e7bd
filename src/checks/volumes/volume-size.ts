import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";
import { typeLimits } from "./type-limits";

export const volumeSize: ProjectRule = {
  code: "volume-size",
  refusedBy: "build",
  summary: "The size of a volume is outside the limits of its type.",
  source: "EBS User Guide, volume types",
  fail: [
    withVolume("type: st1", "device: /dev/xvdb", "size: ▸10"),
    withVolume("type: sc1", "device: /dev/xvdb", "size: ▸124"),
    withVolume("type: io1", "device: /dev/xvdb", "size: ▸3", "iops: 100"),
    withVolume("type: standard", "size: ▸1025"),
  ],
  pass: [
    withVolume("type: st1", "device: /dev/xvdb", "size: 125"),
    withVolume("type: io1", "device: /dev/xvdb", "size: 4", "iops: 200"),
    withVolume("type: standard", "size: 1024"),
    withVolume("type: gp3", "size: 16000"),
    withVolume("type: sc1", "device: /dev/xvdb", "snapshot: snap-0123456789abcdef0"),
  ],
  eachVolume({ volume: { type, size }, path }, report) {
    const { minSize, maxSize } = typeLimits[type];
    if (size === undefined || (size >= minSize && size <= maxSize)) return;
    const message = `"size" is "${size}", but a volume of type "${type}" has ${minSize} to ${maxSize} GiB`;
    report([...path, "size"], message, `write ${minSize} to ${maxSize}, or another type`);
  },
};
