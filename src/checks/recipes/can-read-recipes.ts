import type { Project } from "../../project/load-project";

/** Checks whether every image and container is well-formed YAML. One that cannot be read may name any document. */
export function canReadRecipes({ images, containers }: Project): boolean {
  return [...images.values(), ...containers.values()].every(({ raw }) => raw !== undefined);
}
