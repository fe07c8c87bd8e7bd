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
  const settings = new Map<string, SettingAt<K>>([
    [`build.${key}`, { path: ["build", key], setting: build[key], built: [] }],
  ]);
  for (const each of built) {
    const path = each.pathOf(key);
    const at = path.join(".");
    const { setting, built: others } = settings.get(at) ?? { setting: each.infrastructure[key], built: [] };
    settings.set(at, { path, setting, built: [...others, each] });
  }
  return [...settings.values()];
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
