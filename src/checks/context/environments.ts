import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { type BuiltRecipe, builtRecipes } from "./built-recipes";
import type { Recipe } from "./recipes";

/** An environment that could be read. */
export interface Environment {
  readonly name: string;
  readonly source: YamlSource;
  /** As it is written: defaults are not to be taken for settings. */
  readonly raw: unknown;
  readonly value: EnvironmentDefinition;
  /** What it builds, as far as that could be read. */
  readonly built: readonly BuiltRecipe[];
  /** Where its images are distributed to. */
  readonly targets: readonly Target[];
}

/** One entry of `distribute` of an image. */
export interface Target {
  /** Name of the image. */
  readonly image: string;
  readonly target: Distribution;
  readonly path: YamlPath;
}

/** @param recipesIn the images and containers of the project, as an environment sees them */
export function environmentsOf(
  { environments }: Project,
  recipesIn: (environment: string) => readonly Recipe[],
): Environment[] {
  return [...environments].flatMap(([name, { source, raw, value }]): Environment[] =>
    value === undefined
      ? []
      : [{ name, source, raw, value, built: builtRecipes(value, recipesIn(name)), targets: targetsOf(value) }],
  );
}

function targetsOf({ images }: EnvironmentDefinition): Target[] {
  return Object.entries(images).flatMap(([image, { distribute = [] }]) =>
    distribute.map((target, index) => ({ image, target, path: ["images", image, "distribute", index] })),
  );
}
