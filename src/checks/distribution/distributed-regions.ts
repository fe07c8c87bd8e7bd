import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { containerTargetsOf, distributePath, targetsOf, writtenBuilds } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";

/** Returns the regions to which each image and container goes, with the path of their list. */
export function distributedRegions(environment: EnvironmentDefinition): {
  readonly path: YamlPath;
  readonly regions: readonly string[];
}[] {
  return writtenBuilds(environment).map((build) => {
    if (build.kind === "container")
      return { path: distributePath(build), regions: (containerTargetsOf(build) ?? []).map(({ region }) => region) };
    const targets = targetsOf(build, environment);
    return {
      path: targets[0]?.path.slice(0, -1) ?? distributePath(build),
      regions: targets.map(({ target }) => target.region),
    };
  });
}
