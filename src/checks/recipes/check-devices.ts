import { exampleProject } from "../../definitions/rules";
import type { Volume } from "../../definitions/schema/volume";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";

export const volumeDevice: Rule = {
  code: "volume-device",
  severity: "error",
  unsilenceable: true,
  summary: "Two volumes use the same device, or a volume has no device and the root device of the parent is unknown.",
  source: "API field InstanceBlockDeviceMapping.deviceName; a second mapping of the root device adds an empty volume",
  fail: [{ "images/base.yaml": `${exampleProject.image}volumes:\n  - size: 20\n  - ▸size: 30\n` }],
  pass: [
    { "images/base.yaml": `${exampleProject.image}volumes:\n  - size: 20\n  - size: 30\n    device: /dev/xvdb\n` },
  ],
};

/**
 * Checks that each volume has a device of its own.
 *
 * @param path of the list of volumes
 */
export function checkDevices(
  source: YamlSource,
  path: YamlPath,
  volumes: readonly Volume[],
  rootDevice: string | undefined,
): Problem[] {
  const taken = new Set<string>();
  return volumes.flatMap((volume, index) => {
    const device = volume.device ?? rootDevice;
    const range = source.locate([...path, index, ...(volume.device === undefined ? [] : ["device"])]);
    const problem = (message: string, fix: string) => [problemOf(volumeDevice, source.file, range, message, fix)];
    if (device === undefined)
      return problem(
        "the root device of the parent is not known, and the volume names no device",
        "add device, e.g. /dev/xvda, or parent.rootDevice",
      );
    if (taken.has(device))
      return problem(`two volumes have the device "${device}"`, "give it a device of its own, e.g. device: /dev/xvdb");
    taken.add(device);
    return [];
  });
}
