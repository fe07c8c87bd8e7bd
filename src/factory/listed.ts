import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { standsOn } from "../model/parent";
import type { ContainerDefinitions, ImageDefinitions } from "./base";

/** An image that an environment lists and thus builds. */
export interface ListedImage {
  readonly kind: "image";
  readonly name: string;
  readonly definition: ImageDefinition;
  /** Settings of the image in the environment. */
  readonly built: BuiltImage;
}

/** A container that an environment lists and thus builds. */
export interface ListedContainer {
  readonly kind: "container";
  readonly name: string;
  readonly definition: ContainerDefinition;
  readonly built: BuiltContainer;
}

export type Listed = ListedImage | ListedContainer;

/** Returns the images, then the containers of an environment, in its order. Skips names that the project does not define. */
export function listedIn(
  environment: EnvironmentDefinition,
  images: ImageDefinitions,
  containers: ContainerDefinitions,
): Listed[] {
  return [
    ...Object.entries(environment.images).flatMap(([name, built]): Listed[] => {
      const definition = images.get(name);
      return definition === undefined ? [] : [{ kind: "image", name, definition, built }];
    }),
    ...Object.entries(environment.containers).flatMap(([name, built]): Listed[] => {
      const definition = containers.get(name);
      return definition === undefined ? [] : [{ kind: "container", name, definition, built }];
    }),
  ];
}

/** Sorts parents before the images or containers that are based on them. Otherwise keeps the order. */
export function parentsFirst<T extends Listed>(listed: readonly T[]): T[] {
  const byName = new Map(listed.map((each) => [each.name, each]));
  const ordered = new Set<T>();
  const visit = (each: T, path: ReadonlySet<string>): void => {
    const below = standsOn(each.definition.parent);
    const parent = below === undefined ? undefined : byName.get(below);
    if (parent !== undefined && !path.has(parent.name)) visit(parent, new Set([...path, each.name]));
    ordered.add(each);
  };
  for (const each of listed) visit(each, new Set());
  return [...ordered];
}
