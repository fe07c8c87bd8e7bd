import { resolveWindDowns as ofEnvironment, type WindDown } from "../factory/wind-down";
import type { Project } from "./load-project";
import type { LockedProject } from "./lock";

/** Resolves the emptied stacks of environments that are still defined. */
export function resolveWindDowns(project: Project, { environments }: LockedProject): WindDown[] {
  return [...project.definitions.environments].flatMap(([name, environment]) => {
    const remembered = environments.get(name);
    return remembered === undefined ? [] : ofEnvironment(name, environment, remembered);
  });
}
