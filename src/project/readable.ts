import type { Definition } from "../definitions/read-definition";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import type { Project } from "./load-project";

/** The image definitions that could be read, by name. */
export function readableImages({ images }: Project): Map<string, ImageDefinition> {
  return readable(images);
}

/** The container definitions that could be read, by name. */
export function readableContainers({ containers }: Project): Map<string, ContainerDefinition> {
  return readable(containers);
}

/** The environments that could be read, by name. */
export function readableEnvironments({ environments }: Project): Map<string, EnvironmentDefinition> {
  return readable(environments);
}

function readable<T>(definitions: ReadonlyMap<string, Definition<T>>): Map<string, T> {
  return new Map(
    [...definitions].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
