import { isRootName, isSameDevice } from "../../aws/root-device";
import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";

export const rootDevice: ProjectRule = {
  code: "root-device",
  refusedBy: "build",
  summary: "A volume has a root device name that the parent does not use. It would become a second, empty disk.",
  source: "EC2 User Guide, device names for volumes: /dev/sda1 and /dev/xvda are reserved for the root",
  fail: [withVolume("size: 20", "device: ▸/dev/sda1")],
  pass: [withVolume("size: 20", "device: /dev/xvda"), withVolume("size: 20", "device: /dev/sdb")],
  eachVolume({ volume, path, recipe: { kind, base } }, report) {
    const root = base?.rootDevice;
    if (kind !== "image" || root === undefined) return;
    const { device = root } = volume;
    if (!isRootName(device) || isSameDevice(root, device)) return;
    const message = `"${device}" is the name of a root device, but that of the parent is "${root}"`;
    report([...path, "device"], message, `write ${root}, or leave it out`);
  },
};
