import { Refusal } from "../../refusal";
import type { Fields } from "../fields";

/** API type ComponentFailureContext. */
export interface ComponentFailure {
  readonly componentArn: string;
  readonly phaseName: string;
  readonly stepName: string;
  readonly action: string;
  readonly errorMessage: string;
}

/** API type RegionFailure. */
export interface RegionFailure {
  readonly region: string;
  readonly targetAccountId: string;
  readonly status: "FAILED" | "TIMED_OUT";
  /** Absent where the copy itself failed. */
  readonly imageConfigurationStep?: string;
  readonly errorMessage: string;
}

export interface FailureDetails {
  /** Message of the failed step; absent for components, whose steps have none. */
  readonly message?: string;
  readonly outputs?: Fields;
  readonly component?: ComponentFailure;
  readonly regions?: readonly RegionFailure[];
}

/** A step of a workflow fails. The message is what the reason of the image says of it. */
export class StepFailure extends Error {
  constructor(
    reason: string,
    readonly details: FailureDetails = { message: reason },
  ) {
    super(reason);
  }
}

/** A build fails. The message is the reason of the image; `context` what API type ImageFailureContext adds to the stage. */
export class BuildFailure extends Error {
  constructor(
    reason: string,
    readonly context: Fields = {},
  ) {
    super(reason);
  }
}

/** Words of the service for a call that another service refused in a step. */
export function refusedCall(error: unknown, operation: string, stepName: string): Error {
  if (!(error instanceof Refusal)) return error instanceof Error ? error : new Error(String(error));
  return new StepFailure(
    `An error occurred (${error.code}) when calling the ${operation} operation: ${error.message} in workflow step ${stepName}`,
  );
}
