import { managedImages } from "../../aws/managed-images";
import { isRootName, isSameDevice, smallestRoots } from "../../aws/root-device";
import { exampleProject } from "../../definitions/rules";
import type { Volume } from "../../definitions/schema/volume";
import { baseOf, type ImageDefinitions } from "../../factory/base";
import { standsOn } from "../../model/parent";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAt } from "../problem-at";
import { readableImages } from "../../project/readable";
import type { Recipe } from "../recipes/recipes";

const { image } = exampleProject;
const withVolume = (...lines: readonly string[]) => ({
  "images/base.yaml": `${image}volumes:\n  - ${lines.join("\n    ")}\n`,
});
const onBase = (...lines: readonly string[]) => ({
  "images/web.yaml": `parent:\n  image: base\ncomponents:\n  - aws: update-linux\nvolumes:\n  - ${lines.join("\n    ")}\n`,
});

export const rootDeviceOther: Rule = {
  code: "root-device",
  severity: "error",
  summary: "A volume has a root device name that the parent does not use. It would become a second, empty disk.",
  source: "EC2 User Guide, device names for volumes: /dev/sda1 and /dev/xvda are reserved for the root",
  fail: [withVolume("size: 20", "device: ▸/dev/sda1")],
  pass: [withVolume("size: 20", "device: /dev/xvda")],
};

export const rootSize: Rule = {
  code: "root-size",
  severity: "error",
  summary: "A volume is smaller than the parent's snapshot that it is created from. No instance would start.",
  source: 'EC2 service message "Volume of size … is smaller than snapshot"',
  fail: [{ ...withVolume("size: 20"), ...onBase("size: ▸10") }],
  pass: [{ ...withVolume("size: 20"), ...onBase("size: 20") }],
};

export const rootEncryption: Rule = {
  code: "volume-encryption",
  severity: "warning",
  summary: "A volume sets `encrypted: false`, but the parent's volume is encrypted. Encryption cannot be removed.",
  source: "EC2 API field EbsBlockDevice.Encrypted: in no case can encryption be removed from an encrypted volume",
  fail: [{ ...withVolume("size: 20"), ...onBase("size: 20", "encrypted: ▸false") }],
  pass: [{ ...withVolume("size: 20", "encrypted: false"), ...onBase("size: 20", "encrypted: false") }],
};

export const rootVolumeRules: readonly Rule[] = [rootDeviceOther, rootSize, rootEncryption];

/** Checks the volumes of an image against those of what it stands on. */
export function checkRootVolumes({ kind, name, source, base, volumes }: Recipe, project: Project): Problem[] {
  if (kind !== "image" || base === undefined) return [];
  const images = readableImages(project);
  const parent = images.get(name)?.parent;
  const stoodOn = standsOn(parent);
  const below = stoodOn === undefined ? new Map<string, Volume>() : volumesOf(stoodOn, images);
  return volumes.flatMap((volume, index) => {
    const device = volume.device ?? base.rootDevice;
    if (device === undefined) return [];
    const report = (rule: Rule, key: keyof Volume, message: string, fix: string) =>
      problemAt(rule, source, ["volumes", index, key], message, fix);
    const problems: Problem[] = [];
    if (isRootName(device) && base.rootDevice !== undefined && !isSameDevice(base.rootDevice, device)) {
      const message = `"${device}" is the name of a root device, but that of the parent is "${base.rootDevice}"`;
      problems.push(report(rootDeviceOther, "device", message, `write ${base.rootDevice}, or leave it out`));
    }
    const earlier = below.get(device);
    const managed = parent?.from === "os" && device === base.rootDevice ? parent.os : undefined;
    const least = earlier?.size ?? (managed && smallestRoots[managedImages[managed].platform]);
    if (least !== undefined && volume.size !== undefined && volume.size < least) {
      const whose = stoodOn ?? managed ?? "";
      const message = `"size" is "${volume.size}", but the same volume of "${whose}" has ${least} GiB`;
      problems.push(report(rootSize, "size", message, `write ${least} or more`));
    }
    if (earlier?.encrypted === true && volume.encrypted === false) {
      const message = `"encrypted" is false, but the same volume of "${stoodOn ?? ""}" is encrypted`;
      problems.push(report(rootEncryption, "encrypted", message, "remove it, or write it there as well"));
    }
    return problems;
  });
}

/** By device, the volumes of an image and of those of this project that it stands on; the nearest wins. */
function volumesOf(name: string, images: ImageDefinitions): Map<string, Volume> {
  const found = new Map<string, Volume>();
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); at = standsOn(images.get(at)?.parent)) {
    seen.add(at);
    const definition = images.get(at);
    if (definition === undefined) break;
    const root = baseOf(definition, images)?.rootDevice;
    for (const volume of definition.volumes) {
      const device = volume.device ?? root;
      if (device !== undefined && !found.has(device)) found.set(device, volume);
    }
  }
  return found;
}
