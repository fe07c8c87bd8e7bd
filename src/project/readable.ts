import type { Definitions } from "../definitions/definitions";
import type { Project } from "./load-project";

/** The image definitions that could be read, by name. */
export function readableImages({ definitions }: Project): Definitions["images"] {
  return definitions.images;
}

/** The container definitions that could be read, by name. */
export function readableContainers({ definitions }: Project): Definitions["containers"] {
  return definitions.containers;
}

/** The environments that could be read, by name. */
export function readableEnvironments({ definitions }: Project): Definitions["environments"] {
  return definitions.environments;
}
