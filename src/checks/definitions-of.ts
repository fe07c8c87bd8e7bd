import type { Definition } from "../definitions/read-definition";
import type { Project } from "../project/load-project";

/** The files that define an image, a container or an environment, fitting or not. */
export function definitionsOf({ images, containers, environments }: Project): Definition<unknown>[] {
  return [...images.values(), ...containers.values(), ...environments.values()];
}
