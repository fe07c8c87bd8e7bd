import { containerTargetsOf, distributePath, targetsOf } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** Returns the regions to which each image and container goes, with the path of their list. */
export function distributedRegions({ value, builds }: Environment): {
  readonly path: YamlPath;
  readonly regions: readonly string[];
}[] {
  return builds.map((build) => {
    if (build.kind === "container")
      return { path: distributePath(build), regions: (containerTargetsOf(build) ?? []).map(({ region }) => region) };
    const targets = targetsOf(build, value);
    return {
      path: targets[0]?.path.slice(0, -1) ?? distributePath(build),
      regions: targets.map(({ target }) => target.region),
    };
  });
}
