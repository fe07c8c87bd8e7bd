import type { Place } from "../aws/place";
import type { Deployment } from "../definitions/schema/deployment";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { createdBy, type EnvironmentEntry, type StackRole } from "../versions/environment-entry";
import type { Additions } from "./additions";
import { placeOf } from "./place";
import { type Retention, retentionOf } from "./retention";
import { stackName } from "./stack-name";
import { type StackState, stateOf } from "./stack-state";
import type { Tags } from "./tags";

/**
 * The parts that every stack of an environment has. A stack that has nothing else is an emptied one: its environment no longer builds or no longer
 * receives images, and Terraform has to destroy or remove its resources.
 */
export interface ResolvedStack {
  readonly environment: string;
  /** Name of the stack: that of the environment or, for a consumer, `<environment>-consumer`. */
  readonly stack: string;
  readonly place: Place;
  /** A Terraform version constraint. */
  readonly providerVersion: string;
  /** State of this stack. Another stack of the same environment has another state. */
  readonly state: StackState;
  /** Credentials with which Terraform deploys. Default: those in the environment of the Terraform process. */
  readonly deployment?: Deployment;
  readonly tags: Tags;
  /** Remembered resources of the lock that can outlive their definitions, by address in Terraform. */
  readonly created: EnvironmentEntry["created"];
  readonly retention: Retention;
  /** Addresses in Terraform, for resources that do not have their default address. By default address. Default: all have it. */
  readonly addresses?: ReadonlyMap<string, string>;
  readonly additions?: Additions;
}

/** Resolves the common parts of a stack. @param remembered the entry of the environment in the lock */
export function resolvedStack(
  environment: string,
  definition: EnvironmentDefinition,
  role: StackRole,
  remembered: Pick<EnvironmentEntry, "created"> | undefined,
): ResolvedStack {
  const { providerVersion, deployment, state, tags } = definition;
  return {
    environment,
    stack: stackName(environment, role),
    place: placeOf(definition),
    providerVersion,
    state: stateOf(environment, role, state),
    deployment,
    tags,
    created: createdBy(role, remembered?.created ?? new Map()),
    retention: retentionOf(definition),
  };
}
