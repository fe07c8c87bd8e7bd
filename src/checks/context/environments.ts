import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { type WrittenTarget, writtenTargets } from "../../factory/written-builds";
import type { YamlSource } from "../../problems/yaml-source";
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
  readonly targets: readonly WrittenTarget[];
}

/** A region that an environment distributes an image to, as it writes it. */
export interface Target extends WrittenTarget {
  readonly environment: Environment;
}

export function environmentsOf(
  { environments }: Project,
  recipesIn: (environment: string) => readonly Recipe[],
): Environment[] {
  return [...environments].flatMap(([name, { source, raw, value }]): Environment[] =>
    value === undefined
      ? []
      : [{ name, source, raw, value, built: builtRecipes(value, recipesIn(name)), targets: writtenTargets(value) }],
  );
}
