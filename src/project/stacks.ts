import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { consumerStack } from "../factory/resolve-consumer";
import { buildsAnything } from "../factory/resolve-factory";
import { consumerStateOf, type StackState, stateOf } from "../factory/stack-state";
import { readLock } from "../versions/read-lock";
import { lockFile, type Project } from "./load-project";

/** A stack of an environment. */
export interface Stack {
  readonly name: string;
  readonly environment: string;
  readonly definition: EnvironmentDefinition;
  readonly state: StackState;
  /** True for the consumer stack, false for the builder stack. */
  readonly isConsumer: boolean;
}

/** Returns the stacks of a project in the order of its environments, including emptied stacks. Skips environments that cannot be read. */
export function stacksOf(project: Project): Stack[] {
  const remembered = readLock(lockFile, project.lock ?? "{}").environments;
  return [...project.definitions.environments].flatMap(([environment, definition]) => {
    const known = remembered.get(environment)?.stacks;
    const consumer = consumerStack(environment);
    const common = { environment, definition };
    return [
      ...(buildsAnything(definition) || known?.has("builder") === true
        ? [{ ...common, name: environment, state: stateOf(environment, definition.state), isConsumer: false }]
        : []),
      ...(definition.consumer !== undefined || known?.has("consumer") === true
        ? [{ ...common, name: consumer, state: consumerStateOf(consumer, definition.state), isConsumer: true }]
        : []),
    ];
  });
}
