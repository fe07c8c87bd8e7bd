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
  /** Content as written, without defaults. */
  readonly raw: unknown;
  readonly value: EnvironmentDefinition;
  /** Builds of the environment whose images and containers could be read. */
  readonly built: readonly BuiltRecipe[];
  /** Regions to which its images are distributed. */
  readonly targets: readonly WrittenTarget[];
}

/** A region to which an environment distributes an image, as written. */
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
