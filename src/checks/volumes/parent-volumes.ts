import type { Volume } from "../../definitions/schema/volume";
import { lineageOf } from "../../factory/lineage";
import { standsOn } from "../../model/parent";
import type { Example } from "../../problems/rule";
import type { CheckContext } from "../context/check-context";
import { buildingWeb } from "../example";
import { withVolume } from "./example";

/**
 * Returns the volumes of an image's parents in this project, by device; the nearest parent wins. Empty if the image has no parent in this
 * project.
 */
export function parentVolumes(name: string, { images, recipeOf }: CheckContext): ReadonlyMap<string, Volume> {
  const found = new Map<string, Volume>();
  for (const [parent, { volumes }] of lineageOf(standsOn(images.get(name)?.parent), images)) {
    const root = recipeOf("image", parent)?.base?.rootDevice;
    for (const volume of volumes) {
      const device = volume.device ?? root;
      if (device !== undefined && !found.has(device)) found.set(device, volume);
    }
  }
  return found;
}

/** Returns a project with two images that are both built, web based on base, each with a volume. */
export function withChild(base: readonly string[], web: readonly string[]): Example {
  return {
    ...withVolume(...base),
    ...buildingWeb,
    "images/web.yaml": `parent:\n  image: base\ncomponents:\n  - aws: update-linux\nvolumes:\n  - ${web.join("\n    ")}\n`,
  };
}
