import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Fields } from "../../fields";
import type { Build } from "../build";
import type { StepExecution } from "../execution";
import type { Course } from "../moment";

/** A step while it runs; its inputs are resolved. */
export interface StepRun {
  readonly build: Build;
  readonly step: StepExecution;
  readonly type: WorkflowType;
}

/** What an action does; answers what it puts out. @throws StepFailure */
export type Action = (run: StepRun) => Course<Fields>;

/** An action that is done at once. */
export function instant(act: (run: StepRun) => Fields | Promise<Fields>): Action {
  return async function* (run) {
    return act(run);
  };
}
