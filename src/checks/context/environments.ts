import type { BuiltContainer, BuiltImage } from "../../definitions/schema/built";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { type Names, namesOf } from "../../factory/names";
import { type WrittenBuild, writtenBuilds, type WrittenTarget, writtenTargets } from "../../factory/written-builds";
import type { RecipeKind } from "../../model/recipe";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { type BuiltRecipe, builtRecipes } from "./built-recipes";
import type { Recipe } from "./recipes";

/** An environment that could be read. */
export interface Environment {
  readonly name: string;
  readonly source: YamlSource;
  /** Content as written, without defaults. */
  readonly raw: unknown;
  readonly value: EnvironmentDefinition;
  readonly names: Names;
  /** Images that the environment lists, then containers. */
  readonly entries: readonly Entry[];
  /** Builds of these entries. */
  readonly builds: readonly WrittenBuild[];
  /** Builds of the environment whose images and containers could be read. */
  readonly built: readonly BuiltRecipe[];
  /** Regions to which its images are distributed. */
  readonly targets: readonly WrittenTarget[];
}

/** An image or container that an environment lists. */
export interface Entry {
  readonly kind: RecipeKind;
  readonly name: string;
  readonly path: YamlPath;
  readonly built: BuiltImage | BuiltContainer;
}

/** A region to which an environment distributes an image, as written. */
export interface Target extends WrittenTarget {
  readonly environment: Environment;
}

export function environmentsOf(
  { environments }: Project,
  recipesIn: (environment: string) => readonly Recipe[],
): Environment[] {
  return [...environments].flatMap(([name, { source, raw, value }]): Environment[] => {
    if (value === undefined) return [];
    const names = namesOf(value);
    return [
      {
        name,
        source,
        raw,
        value,
        names,
        entries: [...entriesOf("image", value.images), ...entriesOf("container", value.containers)],
        builds: writtenBuilds(value),
        built: builtRecipes(value, names, recipesIn(name)),
        targets: writtenTargets(value),
      },
    ];
  });
}

function entriesOf(kind: RecipeKind, listed: Readonly<Record<string, BuiltImage | BuiltContainer>>): Entry[] {
  return Object.entries(listed).map(([name, built]) => ({ kind, name, path: [`${kind}s`, name], built }));
}
