import type { Project } from "../../project/load-project";

/** Whether every image and container is at least well-formed YAML. While one cannot be read, it may name any document. */
export function canReadRecipes({ images, containers }: Project): boolean {
  return [...images.values(), ...containers.values()].every(({ raw }) => raw !== undefined);
}
