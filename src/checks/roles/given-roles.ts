import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ServiceRole } from "../../definitions/schema/lifecycle";
import type { YamlPath } from "../../problems/yaml-source";

/** A role or the build instance profile of an environment, either created or given. */
export interface RoleSetting {
  readonly path: YamlPath;
  readonly isCreated: boolean;
  readonly policies: readonly string[];
  /** Other settings that only a created role can have, by key; empty if missing. */
  readonly rest: Readonly<Record<string, string | readonly unknown[]>>;
}

/** Returns the settings of the build instance profile, the execution role and the lifecycle role. */
export function roleSettings({ build, executionRole, lifecycleRole }: EnvironmentDefinition): RoleSetting[] {
  const { create, policies, read, write, roleName = "", ...profile } = build.instanceProfile;
  const { permissionsBoundary = "", statements, trust } = profile;
  return [
    {
      path: ["build", "instanceProfile"],
      isCreated: create === true,
      policies,
      // `name` is not included: for a given instance profile, it says which one is used.
      rest: { read, write, roleName, permissionsBoundary, statements, trust },
    },
    serviceRoleSetting("executionRole", executionRole),
    serviceRoleSetting("lifecycleRole", lifecycleRole),
  ];
}

function serviceRoleSetting(key: string, role: ServiceRole): RoleSetting {
  const { name = "", permissionsBoundary = "", statements, trust, policies } = role;
  return {
    path: [key],
    isCreated: role.create === true,
    policies,
    rest: { name, permissionsBoundary, statements, trust },
  };
}
