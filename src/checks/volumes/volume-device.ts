import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const volumes = (second: string) => withImage({ more: `volumes:\n  - size: 20\n  - ${second}\n` });
const unknownRoot = (volume: string) =>
  withImage({
    parent: ["arn: arn:aws:imagebuilder:us-east-1:123456789012:image/base/x.x.x", "platform: Linux"],
    more: `volumes:\n  - ${volume}\n`,
  });

export const volumeDevice: ProjectRule = {
  code: "volume-device",
  refusedBy: "build",
  unsilenceable: true,
  summary: "Two volumes use the same device, or a volume has no device and the root device of the parent is unknown.",
  source: "API field InstanceBlockDeviceMapping.deviceName; a second mapping of the root device adds an empty volume",
  fail: [volumes("▸size: 30"), volumes("size: 30\n    device: ▸/dev/xvda"), unknownRoot("▸size: 20")],
  pass: [volumes("size: 30\n    device: /dev/xvdb"), unknownRoot("size: 20\n    device: /dev/xvda")],
  eachRecipe({ base, volumes: listed, volumesPath }, report) {
    // Another rule reports the parent if the base is unknown.
    if (base === undefined) return;
    const taken = new Set<string>();
    listed.forEach((volume, index) => {
      const device = volume.device ?? base.rootDevice;
      const path = [...volumesPath, index, ...(volume.device === undefined ? [] : ["device"])];
      if (device === undefined) {
        const message = "the root device of the parent is not known, and the volume names no device";
        report(path, message, "add device, e.g. /dev/xvda, or parent.rootDevice");
        return;
      }
      if (taken.has(device))
        report(path, `two volumes have the device "${device}"`, "give it another device, e.g. device: /dev/xvdb");
      taken.add(device);
    });
  },
};
