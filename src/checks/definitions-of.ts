import type { Definition } from "../definitions/read-definition";
import type { Project } from "../project/load-project";

/** Returns all definitions of images, containers and environments, including invalid ones. */
export function definitionsOf({ images, containers, environments }: Project): Definition<unknown>[] {
  return [...images.values(), ...containers.values(), ...environments.values()];
}
