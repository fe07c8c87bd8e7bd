import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";
import type { Recipe } from "../context/recipes";
import { distributedRegions } from "../distribution/distributed-regions";

/** Returns the regions in an image or container, which are the keys of AMI IDs, with their paths. */
export function regionsOfRecipe({ definition }: Recipe): readonly (readonly [path: YamlPath, region: string])[] {
  const { parent } = definition;
  const [path, amis] =
    "instance" in definition
      ? [["instance", "amis"], definition.instance.amis]
      : [["parent", "amis"], parent.from === "amis" ? parent.amis : undefined];
  return Object.keys(amis ?? {}).map((region) => [[...path, region], region]);
}

/** Returns the regions in an environment, with their paths. */
export function regionsOfEnvironment(environment: Environment): readonly (readonly [path: YamlPath, region: string])[] {
  const { value } = environment;
  const { state, lifecycle } = value;
  return [
    [["region"], value.region],
    ...distributedRegions(environment).flatMap(({ path, regions }) =>
      regions.map((region, index) => [[...path, index, "region"], region] as const),
    ),
    ...(state.s3 === undefined ? [] : [[["state", "s3", "region"], state.s3.region] as const]),
    ...Object.entries(lifecycle).flatMap(([name, { exclude }]) =>
      (exclude.amis?.regions ?? []).map(
        (region, index) => [["lifecycle", name, "exclude", "amis", "regions", index], region] as const,
      ),
    ),
  ];
}
