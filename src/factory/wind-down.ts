import type { Place } from "../aws/place";
import type { Deployment } from "../definitions/schema/deployment";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { createdBy, type EnvironmentEntry } from "../versions/environment-entry";
import { placeOf } from "./place";
import { consumerStack } from "./resolve-consumer";
import { type Retention, retentionOf } from "./retention";
import { consumerStateOf, type StackState, stateOf } from "./stack-state";
import type { Tags } from "./tags";

/** A stack that has been emptied: an environment that builds or receives nothing any more. */
export interface WindDown {
  readonly environment: string;
  readonly stack: string;
  readonly place: Place;
  readonly providerVersion: string;
  readonly deployment?: Deployment;
  readonly state: StackState;
  readonly tags: Tags;
  readonly retention: Retention;
  /** By address in Terraform. */
  readonly created: EnvironmentEntry["created"];
}

/** The emptied stacks of an environment that is still defined, so that Terraform can be told of them. */
export function resolveWindDowns(
  name: string,
  environment: EnvironmentDefinition,
  { stacks, created }: EnvironmentEntry,
): WindDown[] {
  const { providerVersion, deployment, state, tags } = environment;
  const receiver = consumerStack(name);
  const common = {
    environment: name,
    place: placeOf(environment),
    providerVersion,
    deployment,
    tags,
    retention: retentionOf(environment),
  };
  return [
    ...(stacks.get("builder") === "emptied"
      ? [{ ...common, stack: name, state: stateOf(name, state), created: createdBy("builder", created) }]
      : []),
    ...(stacks.get("consumer") === "emptied"
      ? [
          {
            ...common,
            stack: receiver,
            state: consumerStateOf(receiver, state),
            created: createdBy("consumer", created),
          },
        ]
      : []),
  ];
}
