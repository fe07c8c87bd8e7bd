import { Refusal } from "../../refusal";
import type { Fields } from "../fields";

/** The failure of a component step. API type ComponentFailureContext. */
export interface ComponentFailure {
  readonly componentArn: string;
  readonly phaseName: string;
  readonly stepName: string;
  readonly action: string;
  readonly errorMessage: string;
}

/** The failure of a distribution in one region. API type RegionFailure. */
export interface RegionFailure {
  readonly region: string;
  readonly targetAccountId: string;
  readonly status: "FAILED" | "TIMED_OUT";
  /** Step that failed; undefined if the copy itself failed. */
  readonly imageConfigurationStep?: string;
  readonly errorMessage: string;
}

export interface FailureDetails {
  /** Message of the failed step. Undefined for components, whose steps have none. */
  readonly message?: string;
  readonly outputs?: Fields;
  readonly component?: ComponentFailure;
  readonly regions?: readonly RegionFailure[];
}

/** The failure of a workflow step. The error message becomes part of the reason of the image. */
export class StepFailure extends Error {
  constructor(
    reason: string,
    readonly details: FailureDetails = { message: reason },
  ) {
    super(reason);
  }
}

/**
 * The failure of a build. The error message is the reason of the image; `context` has the other fields of API type ImageFailureContext,
 * except for the stage.
 */
export class BuildFailure extends Error {
  constructor(
    reason: string,
    readonly context: Fields = {},
  ) {
    super(reason);
  }
}

/** Returns the service's error for a call in a step that another service refused. */
export function refusedCall(error: unknown, operation: string, stepName: string): Error {
  if (!(error instanceof Refusal)) return error instanceof Error ? error : new Error(String(error));
  return new StepFailure(
    `An error occurred (${error.code}) when calling the ${operation} operation: ${error.message} in workflow step ${stepName}`,
  );
}
