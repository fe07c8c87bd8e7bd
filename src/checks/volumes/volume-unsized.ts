import type { ContainerDefinition } from "../../definitions/schema/container";
import type { ImageDefinition } from "../../definitions/schema/image";
import { type ImageDefinitions } from "../../factory/base";
import { lineageOf } from "../../factory/lineage";
import { standsOn } from "../../model/parent";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";
import { withVolume } from "./example";
import { parentVolumes, withChild } from "./parent-volumes";

const onContainer = (...lines: readonly string[]) =>
  withContainer({ more: `instance:\n  volumes:\n    - ${lines.join("\n      ")}\n` });

export const volumeUnsized: ProjectRule = {
  code: "volume-unsized",
  refusedBy: "build",
  summary: "A volume that the parent does not have has neither a size nor a snapshot, so EC2 cannot create it.",
  source:
    'EC2 API field EbsBlockDevice.VolumeSize: a size or a snapshot has to be given; service message "The request must contain the parameter size or snapshotId"',
  fail: [
    withVolume("device: ▸/dev/xvdb"),
    withChild(["size: 20"], ["type: gp2", "device: ▸/dev/xvdb"]),
    onContainer("device: ▸/dev/sdb"),
  ],
  pass: [
    withVolume("device: /dev/xvdb", "size: 1"),
    withVolume("device: /dev/xvdb", "snapshot: snap-0123456789abcdef0"),
    withVolume("type: gp2"),
    withChild(["size: 20", "device: /dev/xvdb"], ["type: gp2", "device: /dev/xvdb"]),
    onContainer("type: gp2"),
  ],
  eachRecipe({ kind, name, definition, base, volumes, volumesPath }, report, context) {
    const root = base?.rootDevice;
    if (root === undefined || !isKnown(definition, context.images)) return;
    const below = kind === "image" ? parentVolumes(name, context) : new Map<string, unknown>();
    volumes.forEach(({ device = root, size, snapshot }, index) => {
      if (size !== undefined || snapshot !== undefined || device === root || below.has(device)) return;
      const message = `the volume "${device}" has no size, and the parent has no such volume`;
      report([...volumesPath, index, "device"], message, `write "size", or a "snapshot"`);
    });
  },
};

/** Checks whether all volumes of the parent are known. AMIs of AWS have only a root volume; other AMIs may have more. */
function isKnown(definition: ImageDefinition | ContainerDefinition, images: ImageDefinitions): boolean {
  if ("instance" in definition) return definition.instance.amis === undefined && definition.instance.ami === undefined;
  const { parent } = definition;
  const below = [...lineageOf(standsOn(parent), images).values()];
  return [parent, ...below.map((each) => each.parent)].some(({ from }) => from === "os");
}
