import type { YamlPath } from "../../problems/yaml-source";
import type { BuiltRecipe } from "../context/built-recipes";
import type { Environment } from "../context/environments";

/** An instance type in an environment, with the builds that use it. */
export interface ListedType {
  readonly path: YamlPath;
  readonly type: string;
  readonly built: readonly BuiltRecipe[];
}

/** Returns the instance types of the environment and of builds with their own. */
export function listedTypes({ value, built }: Environment): ListedType[] {
  const lists = new Map<string, { readonly path: YamlPath; readonly types: readonly string[] | undefined }>([
    ["build.instanceTypes", { path: ["build", "instanceTypes"], types: value.build.instanceTypes }],
  ]);
  for (const { pathOf, infrastructure } of built) {
    const path = pathOf("instanceTypes");
    lists.set(path.join("."), { path, types: infrastructure.instanceTypes });
  }
  return [...lists].flatMap(([key, { path, types = [] }]) => {
    const on = built.filter(({ pathOf }) => pathOf("instanceTypes").join(".") === key);
    return types.map((type, index) => ({ path: [...path, index], type, built: on }));
  });
}
