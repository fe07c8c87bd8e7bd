import type { BuildDefinitions } from "../../definitions/definitions";
import type { ContainerDefinition } from "../../definitions/schema/container";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { Volume } from "../../definitions/schema/volume";
import { type Base, baseOf } from "../../factory/base";
import type { RecipeKind } from "../../model/recipe";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";

/** An image or container that could be read, with what both kinds have in common. */
export interface Recipe {
  readonly kind: RecipeKind;
  readonly name: string;
  readonly source: YamlSource;
  /** Content of the file, without defaults. */
  readonly raw: unknown;
  readonly definition: ImageDefinition | ContainerDefinition;
  /** Platform and root device from the parent; undefined if a parent is not defined or has no platform. */
  readonly base: Base | undefined;
  readonly volumes: readonly Volume[];
  /** Path of the list of volumes. */
  readonly volumesPath: YamlPath;
}

/** A volume of a recipe with its path. */
export interface VolumeUse {
  readonly recipe: Recipe;
  readonly volume: Volume;
  readonly path: YamlPath;
}

/** Returns the volumes of a recipe with their paths. */
export function volumesOf(recipe: Recipe): VolumeUse[] {
  return recipe.volumes.map((volume, index) => ({ recipe, volume, path: [...recipe.volumesPath, index] }));
}

/** Returns all images, then all containers, with the definitions in `defined`. */
export function recipesOf(project: Project, { images, containers }: BuildDefinitions): Recipe[] {
  return [
    ...[...project.images].flatMap(([name, { source, raw }]): Recipe[] => {
      const definition = images.get(name);
      if (definition === undefined) return [];
      const common = { kind: "image", name, source, raw, definition, base: baseOf(definition, images) } as const;
      return [{ ...common, volumes: definition.volumes, volumesPath: ["volumes"] }];
    }),
    ...[...project.containers].flatMap(([name, { source, raw }]): Recipe[] => {
      const definition = containers.get(name);
      if (definition === undefined) return [];
      const common = {
        kind: "container",
        name,
        source,
        raw,
        definition,
        base: baseOf(definition, containers),
      } as const;
      return [{ ...common, volumes: definition.instance.volumes, volumesPath: ["instance", "volumes"] }];
    }),
  ];
}
