import type { Definitions } from "../definitions/definitions";
import { type ResolvedStack, resolvedStack } from "../factory/resolved-stack";
import { stackRoles } from "../versions/environment-entry";
import { addressesIn } from "./additions";
import type { Project } from "./load-project";
import type { LockedProject } from "./lock";

/** Resolves the emptied stacks of environments that are still defined. */
export function resolveWindDowns(
  project: Pick<Project, "adopted"> & { readonly definitions: Pick<Definitions, "environments"> },
  { environments: remembered }: Pick<LockedProject, "environments">,
): ResolvedStack[] {
  return [...project.definitions.environments].flatMap(([name, definition]) => {
    const entry = remembered.get(name);
    return stackRoles
      .filter((role) => entry?.stacks.get(role) === "emptied")
      .map((role) => resolvedStack(name, definition, role, entry))
      .map((resolved) => ({ ...resolved, addresses: addressesIn(resolved.stack, project) }));
  });
}
