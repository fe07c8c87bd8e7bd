import type { Definition } from "./read-definition";
import type { ContainerDefinition } from "./schema/container";
import type { EnvironmentDefinition } from "./schema/environment";
import type { ImageDefinition } from "./schema/image";

/** Images and containers, by name. */
export interface BuildDefinitions {
  readonly images: ReadonlyMap<string, ImageDefinition>;
  readonly containers: ReadonlyMap<string, ContainerDefinition>;
}

/** What definition files say, by name: of those that could be read, whatever is wrong with the others. */
export interface Definitions extends BuildDefinitions {
  readonly environments: ReadonlyMap<string, EnvironmentDefinition>;
  /** By environment, where its values make a difference to what images and containers are: as it sees them. */
  readonly variants: ReadonlyMap<string, BuildDefinitions>;
}

/** Images and containers as an environment sees them. */
export function definitionsIn(environment: string, definitions: Definitions): BuildDefinitions {
  return definitions.variants.get(environment) ?? definitions;
}

/** The definitions among files that could be read. */
export function valuesOf<T>(definitions: ReadonlyMap<string, Definition<T>>): ReadonlyMap<string, T> {
  return new Map(
    [...definitions].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
