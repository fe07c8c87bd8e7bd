import { isRootName, isSameDevice, rootDeviceOfEcs } from "../../aws/root-device";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "./container-example";

const onDevice = (device: string) =>
  withContainer({ more: `instance:\n  volumes:\n    - size: 50\n      device: ${device}\n` });

export const containerRootDevice: ProjectRule = {
  code: "container-root-device",
  severity: "warning",
  summary:
    "A volume of the build instance of a container has a root device name that the ECS-optimized AMI does not use. Such builds are reported to time out.",
  source: "EC2 User Guide, device names for volumes; Amazon ECS-optimized AMIs: /dev/xvda, on Windows /dev/sda1",
  fail: [onDevice("▸/dev/sda1")],
  pass: [onDevice("/dev/xvda"), onDevice("/dev/sdb")],
  eachRecipe({ definition, base }, report) {
    // The root device of a user's own AMI is known only to the user.
    if (
      !("instance" in definition) ||
      base === undefined ||
      definition.instance.amis !== undefined ||
      definition.instance.ami !== undefined
    )
      return;
    const { instance } = definition;
    const root = rootDeviceOfEcs(base.platform);
    instance.volumes.forEach(({ device }, index) => {
      const named = device ?? instance.rootDevice;
      if (named === undefined || !isRootName(named) || isSameDevice(named, root)) return;
      const path = device === undefined ? ["instance", "rootDevice"] : ["instance", "volumes", index, "device"];
      const message = `"${named}" is the name of a root device, but that of the ECS-optimized AMI is "${root}"`;
      report(path, message, `write ${root}, or leave it out`);
    });
  },
};
