import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { OwnBuild } from "../../definitions/schema/own-build";
import type { Infrastructure } from "../../factory/infrastructure";
import { namesOf } from "../../factory/names";
import { resolveInfrastructure } from "../../factory/resolve-infrastructure";
import type { YamlPath } from "../../problems/yaml-source";
import type { Recipe } from "./recipes";

/** An image or container of an environment, and what builds it. */
export interface BuiltRecipe extends Pick<Recipe, "kind" | "name" | "base"> {
  readonly infrastructure: Infrastructure;
  /** What it says itself of where it is built. */
  readonly own: OwnBuild | undefined;
  /** Where the environment says it: for this one, or for all. */
  readonly pathOf: (setting: keyof OwnBuild) => YamlPath;
}

/** What an environment builds, as far as it could be read. */
export function builtRecipes(environment: EnvironmentDefinition, recipes: readonly Recipe[]): BuiltRecipe[] {
  const names = namesOf(environment);
  return recipes.flatMap(({ kind, name, base }): BuiltRecipe[] => {
    const built = environment[`${kind}s`][name];
    if (built === undefined) return [];
    const pathOf = (setting: keyof OwnBuild): YamlPath =>
      built.build?.[setting] === undefined ? ["build", setting] : [`${kind}s`, name, "build", setting];
    const infrastructure = resolveInfrastructure(kind, name, built, environment, names);
    return [{ kind, name, base, infrastructure, own: built.build, pathOf }];
  });
}
