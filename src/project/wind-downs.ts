import type { Definitions } from "../definitions/definitions";
import { type ResolvedStack, resolvedStack } from "../factory/resolved-stack";
import { type EnvironmentEntries, stackRoles } from "../versions/environment-entry";

/** Resolves the emptied stacks of environments that are still defined. */
export function resolveWindDowns(
  { environments }: Pick<Definitions, "environments">,
  remembered: EnvironmentEntries,
): ResolvedStack[] {
  return [...environments].flatMap(([name, definition]) => {
    const entry = remembered.get(name);
    return stackRoles
      .filter((role) => entry?.stacks.get(role) === "emptied")
      .map((role) => resolvedStack(name, definition, role, entry));
  });
}
