import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { filledStacks } from "../factory/resolve-factory";
import { stackName } from "../factory/stack-name";
import { type StackState, stateOf } from "../factory/stack-state";
import { type StackRole, stackRoles } from "../versions/environment-entry";
import { readLock } from "../versions/read-lock";
import { lockFile, type Project } from "./load-project";

/** A stack of an environment. */
export interface Stack {
  readonly name: string;
  readonly environment: string;
  readonly role: StackRole;
  readonly definition: EnvironmentDefinition;
  readonly state: StackState;
}

/** Returns the environment of a stack, which alone says where a name such as `team-consumer` belongs. Default: that of the same name. */
export function environmentOf(project: Project, stack: string): string {
  return stacksOf(project).find(({ name }) => name === stack)?.environment ?? stack;
}

/** Returns the stacks of a project in the order of its environments, including emptied stacks. Skips environments that cannot be read. */
export function stacksOf(project: Project): Stack[] {
  const remembered = readLock(lockFile, project.lock ?? "{}").environments;
  return [...project.definitions.environments].flatMap(([environment, definition]) => {
    const filled = filledStacks(definition);
    return stackRoles
      .filter((role) => filled.includes(role) || remembered.get(environment)?.stacks.has(role) === true)
      .map((role) => ({
        name: stackName(environment, role),
        environment,
        role,
        definition,
        state: stateOf(environment, role, definition.state),
      }));
  });
}
