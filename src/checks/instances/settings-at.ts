import { groupBy } from "../../collections/group-by";
import type { Infrastructure } from "../../factory/infrastructure";
import type { YamlPath } from "../../problems/yaml-source";
import type { BuiltRecipe } from "../context/built-recipes";
import type { Environment } from "../context/environments";

type Settings = Pick<Infrastructure, "placement" | "instanceTypes">;

/** A setting of `build` at the path where it is written, or of the environment if it is not written. */
export interface SettingAt<K extends keyof Settings> {
  readonly path: YamlPath;
  readonly setting: Settings[K];
  /** Builds that use it. */
  readonly built: readonly BuiltRecipe[];
}

/** Returns a setting of the environment, and those of builds with their own. */
export function settingsAt<K extends keyof Settings>({ value, built }: Environment, key: K): SettingAt<K>[] {
  const build: Settings = value.build;
  const common = `build.${key}`;
  const groups = groupBy(built, (each) => each.pathOf(key).join("."));
  const own = [...groups].filter(([at]) => at !== common).map(([, sharing]) => sharing);
  return [
    { path: ["build", key], setting: build[key], built: groups.get(common) ?? [] },
    ...own.map((sharing) => ({
      path: sharing[0].pathOf(key),
      setting: sharing[0].infrastructure[key],
      built: sharing,
    })),
  ];
}

/** An instance type in an environment. */
interface ListedType {
  readonly path: YamlPath;
  readonly type: string;
  /** Builds that use it. */
  readonly built: readonly BuiltRecipe[];
}

/** Returns the instance types of the environment and of builds with their own. */
export function listedTypes(environment: Environment): ListedType[] {
  return settingsAt(environment, "instanceTypes").flatMap(({ path, setting: types = [], built }) =>
    types.map((type, index) => ({ path: [...path, index], type, built })),
  );
}
