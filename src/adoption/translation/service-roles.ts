import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { EnvironmentDraft, Note } from "./draft";
import type { AdoptedRun } from "./recipes";
import { serviceRoleOf } from "./roles";
import type { Surroundings } from "./surroundings";

/** The roles that Image Builder assumes. An environment has one of each: others are noted. */
export function serviceRoles(
  open: readonly ResourceInstance[],
  runs: readonly AdoptedRun[],
  surroundings: Surroundings,
  notes: Note[],
): Pick<EnvironmentDraft, "executionRole" | "lifecycleRole"> {
  const only = (roles: readonly (string | undefined)[], what: string): string | undefined => {
    const [role, ...others] = new Set(roles.filter((each) => each !== undefined));
    for (const other of others)
      notes.push({ about: other, says: `a second ${what}: an environment has one, "${role ?? ""}"` });
    return role;
  };
  const policies = open.filter(({ type }) => type === "aws_imagebuilder_lifecycle_policy");
  const execution = only(
    runs.map(({ instance }) => textAt(instance.attributes, "execution_role")),
    "execution role",
  );
  const lifecycle = only(
    policies.map(({ attributes }) => textAt(attributes, "execution_role")),
    "lifecycle role",
  );
  return {
    executionRole:
      execution === undefined ? undefined : serviceRoleOf(execution, "EC2ImageBuilderExecutionPolicy", surroundings),
    lifecycleRole:
      lifecycle === undefined
        ? undefined
        : serviceRoleOf(lifecycle, "EC2ImageBuilderLifecycleExecutionPolicy", surroundings),
  };
}
