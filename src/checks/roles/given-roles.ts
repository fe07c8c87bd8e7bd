import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ServiceRole } from "../../definitions/schema/lifecycle";
import type { YamlPath } from "../../problems/yaml-source";

/** A role, or the instance profile of builds, that an environment makes or is given. */
export interface RoleSetting {
  readonly path: YamlPath;
  readonly isMade: boolean;
  readonly policies: readonly string[];
  /** Everything else that only a made one can have, by key; empty where it is left out. */
  readonly rest: Readonly<Record<string, string | readonly unknown[]>>;
}

export function roleSettings({ build, executionRole, lifecycleRole }: EnvironmentDefinition): RoleSetting[] {
  const { create, policies, read, write, roleName = "", ...profile } = build.instanceProfile;
  const { permissionsBoundary = "", statements, trust } = profile;
  return [
    {
      path: ["build", "instanceProfile"],
      isMade: create === true,
      policies,
      // The name of one that is not made says which.
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
    isMade: role.create === true,
    policies,
    rest: { name, permissionsBoundary, statements, trust },
  };
}
