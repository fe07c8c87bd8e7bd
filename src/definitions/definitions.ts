import type { Definition } from "./read-definition";
import type { ContainerDefinition } from "./schema/container";
import type { EnvironmentDefinition } from "./schema/environment";
import type { ImageDefinition } from "./schema/image";

/** Definitions of images and containers, by name. */
export interface BuildDefinitions {
  readonly images: ReadonlyMap<string, ImageDefinition>;
  readonly containers: ReadonlyMap<string, ContainerDefinition>;
}

/** Definitions by name. Only includes files that are valid. */
export interface Definitions extends BuildDefinitions {
  readonly environments: ReadonlyMap<string, EnvironmentDefinition>;
  /** Images and containers as an environment sees them, by environment. Only for environments whose values change them. */
  readonly variants: ReadonlyMap<string, BuildDefinitions>;
}

/** Returns the images and containers as an environment sees them. */
export function definitionsIn(environment: string, definitions: Definitions): BuildDefinitions {
  return definitions.variants.get(environment) ?? definitions;
}

/** Returns the values of the definitions that could be read. */
export function valuesOf<T>(definitions: ReadonlyMap<string, Definition<T>>): ReadonlyMap<string, T> {
  return new Map(
    [...definitions].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
