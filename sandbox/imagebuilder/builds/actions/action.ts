import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Fields } from "../../fields";
import type { Build } from "../build";
import type { StepExecution } from "../execution";
import type { Course } from "../moment";

/** A running step with resolved inputs. */
export interface StepRun {
  readonly build: Build;
  readonly step: StepExecution;
  readonly type: WorkflowType;
}

/**
 * Executes a step and returns its outputs.
 *
 * @throws StepFailure if the step fails
 */
export type Action = (run: StepRun) => Course<Fields>;

/** Creates an action that completes immediately. */
export function instant(act: (run: StepRun) => Fields | Promise<Fields>): Action {
  return async function* (run) {
    return act(run);
  };
}
