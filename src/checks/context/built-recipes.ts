import { groupBy } from "../../collections/group-by";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { OwnBuild } from "../../definitions/schema/own-build";
import type { Infrastructure } from "../../factory/infrastructure";
import { namesOf } from "../../factory/names";
import { resolveInfrastructure } from "../../factory/resolve-infrastructure";
import { writtenBuilds } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import type { Recipe } from "./recipes";

/** One way in which an environment has an image or container built, and on what. */
export interface BuiltRecipe extends Pick<Recipe, "kind" | "name" | "base"> {
  readonly infrastructure: Infrastructure;
  /** Where the environment says it: for this build, for its image, or for all. */
  readonly pathOf: (setting: keyof OwnBuild) => YamlPath;
  /** What is said of this build or its image. */
  readonly own: OwnBuild | undefined;
}

/** What an environment builds, as far as it could be read. */
export function builtRecipes(environment: EnvironmentDefinition, recipes: readonly Recipe[]): BuiltRecipe[] {
  const names = namesOf(environment);
  const builds = groupBy(writtenBuilds(environment), ({ kind, owner }) => `${kind} ${owner}`);
  return recipes.flatMap(({ kind, name, base }) =>
    (builds.get(`${kind} ${name}`) ?? []).map((build): BuiltRecipe => {
      const { path, further, build: own } = build;
      const pathOf = (setting: keyof OwnBuild): YamlPath => {
        if (own?.[setting] === undefined) return ["build", setting];
        return [...(further?.build?.[setting] === undefined ? path.slice(0, 2) : path), "build", setting];
      };
      return { kind, name, base, infrastructure: resolveInfrastructure(build, environment, names), own, pathOf };
    }),
  );
}
