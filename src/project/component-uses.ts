import type { ComponentReference } from "../definitions/schema/components";
import type { ContainerDefinition } from "../definitions/schema/container";
import type { ImageDefinition } from "../definitions/schema/image";
import type { ComponentDocument } from "../documents/component-document";
import { type Base, baseOf, containerBase } from "../factory/base";
import { documentOf } from "../factory/resolve-recipe";
import type { YamlPath, YamlSource } from "../problems/yaml-source";
import type { Project } from "./load-project";
import { readableContainers, readableImages } from "./readable";

/** The definition of an image or container, as far as its own file is right. */
export interface ReadRecipe {
  readonly noun: "image" | "container";
  readonly name: string;
  readonly source: YamlSource;
  readonly value: ImageDefinition | ContainerDefinition;
  /** Undefined where what it stands on cannot be told. */
  readonly base?: Base;
}

/** One place at which an image or container uses a component of the project that could be read. */
export interface ComponentUse {
  readonly recipe: ReadRecipe;
  readonly reference: ComponentReference;
  readonly index: number;
  /** Where the definition names the component. */
  readonly at: YamlPath;
  /** How it names it, e.g. `linux/update-os`. */
  readonly name: string;
  readonly document: ComponentDocument;
}

export function readRecipes(project: Project): ReadRecipe[] {
  const images = readableImages(project);
  const containers = readableContainers(project);
  return [
    ...[...project.images].flatMap(([name, { source, value }]): ReadRecipe[] =>
      value === undefined ? [] : [{ noun: "image", name, source, value, base: baseOf(value, images) }],
    ),
    ...[...project.containers].flatMap(([name, { source, value }]): ReadRecipe[] =>
      value === undefined ? [] : [{ noun: "container", name, source, value, base: containerBase(value, containers) }],
    ),
  ];
}

/** The components of this project among those of an image or container, in its order. */
export function componentUses(recipe: ReadRecipe, { components }: Project): ComponentUse[] {
  return recipe.value.components.flatMap((reference, index) => {
    const name = documentOf(reference) ?? "";
    const document = components.get(name)?.checked.document;
    if (document?.kind !== "component") return [];
    const at = typeof reference === "string" ? ["components", index] : ["components", index, "component"];
    return [{ recipe, reference, index, at, name, document }];
  });
}
