import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { consumerStack } from "../factory/resolve-consumer";
import { buildsAnything } from "../factory/resolve-factory";
import { consumerStateOf, type StackState, stateOf } from "../factory/stack-state";
import type { Project } from "./load-project";
import { readableEnvironments } from "./readable";

/** A stack that an environment becomes. */
export interface Stack {
  readonly name: string;
  readonly environment: string;
  readonly definition: EnvironmentDefinition;
  readonly state: StackState;
  /** Whether it is of what the environment receives, not of what it builds. */
  readonly receives: boolean;
}

/** The stacks of a project, in the order of its environments; of those that could be read. */
export function stacksOf(project: Project): Stack[] {
  return [...readableEnvironments(project)].flatMap(([environment, definition]) => {
    const receiving = consumerStack(environment);
    return [
      ...(buildsAnything(definition)
        ? [
            {
              name: environment,
              environment,
              definition,
              state: stateOf(environment, definition.state),
              receives: false,
            },
          ]
        : []),
      ...(definition.consumer === undefined
        ? []
        : [
            {
              name: receiving,
              environment,
              definition,
              state: consumerStateOf(receiving, definition.state),
              receives: true,
            },
          ]),
    ];
  });
}
