import { rootVolumeOf } from "../../factory/root-encryption";
import { withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const encrypting = (...parent: readonly string[]) => ({
  ...withImage({ parent }),
  ...withSettings("encryption: { create: true }\n"),
});

export const rootDeviceUnknown: ProjectRule = {
  code: "root-device-unknown",
  refusedBy: "project",
  summary:
    "An environment encrypts its images with a key, but the root device of a parent is unknown. The root volume would stay as it is in the parent.",
  source:
    "docs/reference.md: encryption; API type InstanceBlockDeviceMapping: a volume is mapped by the name of its device",
  fail: [encrypting("▸ssm: /images/base", "platform: Linux")],
  pass: [encrypting("ssm: /images/base", "platform: Linux", "rootDevice: /dev/xvda")],
  eachEnvironment({ name: environment, value }, report, { project, images }) {
    if (value.encryption === undefined) return;
    // An image that is based on another one has its root device.
    for (const name of Object.keys(value.images)) {
      const [definition, source] = [images.get(name), project.images.get(name)?.source];
      if (definition === undefined || source === undefined) continue;
      const { from } = definition.parent;
      if (from === "os" || from === "project") continue;
      if (rootVolumeOf(name, definition, images, value) !== "device-unknown") continue;
      const message = `environment "${environment}" encrypts the root volume of "${name}", but its device is not known`;
      const fix =
        "add parent.rootDevice, the root device of the AMI, e.g. /dev/xvda or /dev/sda1, or write encryptRootVolume: false";
      report({ source, key: ["parent", from] }, message, fix);
    }
  },
};
