import type { Place } from "../aws/place";
import type { Deployment } from "../definitions/schema/deployment";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { createdBy, type EnvironmentEntry } from "../versions/environment-entry";
import { placeOf } from "./place";
import { consumerStack } from "./resolve-consumer";
import { type Retention, retentionOf } from "./retention";
import { consumerStateOf, type StackState, stateOf } from "./stack-state";
import type { Tags } from "./tags";

/** An emptied stack, whose environment no longer builds or no longer receives images. */
export interface WindDown {
  readonly environment: string;
  readonly stack: string;
  readonly place: Place;
  readonly providerVersion: string;
  readonly deployment?: Deployment;
  readonly state: StackState;
  readonly tags: Tags;
  readonly retention: Retention;
  /** Remembered resources by address in Terraform. */
  readonly created: EnvironmentEntry["created"];
}

/** Resolves the emptied stacks of an environment that is still defined. Terraform has to destroy or remove their resources. */
export function resolveWindDowns(
  name: string,
  environment: EnvironmentDefinition,
  { stacks, created }: EnvironmentEntry,
): WindDown[] {
  const { providerVersion, deployment, state, tags } = environment;
  const consumer = consumerStack(name);
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
            stack: consumer,
            state: consumerStateOf(consumer, state),
            created: createdBy("consumer", created),
          },
        ]
      : []),
  ];
}
