import { groupBy } from "../../collections/group-by";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { OwnBuild } from "../../definitions/schema/own-build";
import type { Infrastructure } from "../../factory/infrastructure";
import type { Names } from "../../factory/names";
import { resolveInfrastructure } from "../../factory/resolve-infrastructure";
import { writtenBuilds } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import type { Recipe } from "./recipes";

/** One build of an image or container in an environment, with its infrastructure. */
export interface BuiltRecipe extends Pick<Recipe, "kind" | "name" | "base"> {
  readonly infrastructure: Infrastructure;
  /** Returns the path of a setting: in this build, in its image, or in `build` of the environment. */
  readonly pathOf: (setting: keyof OwnBuild) => YamlPath;
  /** Settings of this build or of its image. */
  readonly own: OwnBuild | undefined;
}

/** Returns the builds of an environment whose images and containers could be read. */
export function builtRecipes(
  environment: EnvironmentDefinition,
  names: Names,
  recipes: readonly Recipe[],
): BuiltRecipe[] {
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
