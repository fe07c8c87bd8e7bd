import type { Definition } from "./read-definition";
import type { ContainerDefinition } from "./schema/container";
import type { EnvironmentDefinition } from "./schema/environment";
import type { ImageDefinition } from "./schema/image";

/** What definition files say, by name: of those that could be read, whatever is wrong with the others. */
export interface Definitions {
  readonly images: ReadonlyMap<string, ImageDefinition>;
  readonly containers: ReadonlyMap<string, ContainerDefinition>;
  readonly environments: ReadonlyMap<string, EnvironmentDefinition>;
}

/** The definitions among files that could be read. */
export function valuesOf<T>(definitions: ReadonlyMap<string, Definition<T>>): ReadonlyMap<string, T> {
  return new Map(
    [...definitions].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
