import type { WrittenBuild } from "../../factory/written-builds";
import type { RecipeKind } from "../../model/recipe";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** A schedule of a pipeline of an image or container. */
export interface Scheduled {
  readonly kind: RecipeKind;
  readonly name: string;
  readonly path: YamlPath;
  readonly schedule: Exclude<WrittenBuild["schedule"], string>;
}

/** Returns the schedules of an environment. */
export function schedulesOf({ builds }: Environment): Scheduled[] {
  return builds.flatMap(({ kind, owner: name, path, schedule }) =>
    typeof schedule === "string" ? [] : [{ kind, name, path: [...path, "schedule"], schedule }],
  );
}
