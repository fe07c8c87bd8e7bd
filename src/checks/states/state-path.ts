import type { State } from "../../definitions/schema/state";
import type { YamlPath } from "../../problems/yaml-source";

/** Returns the path of the setting that identifies the state of an environment. */
export function statePath({ local, s3, cloud, http, backend }: State): YamlPath {
  if (s3 !== undefined) return ["state", "s3", "key"];
  if (cloud !== undefined) return ["state", "cloud", "workspace"];
  if (http !== undefined) return ["state", "http", "address"];
  if (backend !== undefined) return ["state", "backend"];
  return local?.file === undefined ? ["state"] : ["state", "local", "file"];
}
