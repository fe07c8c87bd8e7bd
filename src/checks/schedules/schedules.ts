import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";
import type { Kind } from "../recipes/kind";

/** When the pipeline of an image or container runs by itself. */
export interface Scheduled {
  readonly kind: Kind;
  readonly name: string;
  readonly path: YamlPath;
  readonly schedule: Exclude<Environment["value"]["images"][string]["schedule"], "manual">;
}

/** The schedules of an environment. */
export function schedulesOf({ value }: Environment): Scheduled[] {
  return (["image", "container"] as const).flatMap((kind) =>
    Object.entries<Environment["value"]["containers"][string] | Environment["value"]["images"][string]>(
      value[`${kind}s`],
    ).flatMap(([name, { schedule }]) =>
      schedule === "manual" ? [] : [{ kind, name, path: [`${kind}s`, name, "schedule"], schedule }],
    ),
  );
}
