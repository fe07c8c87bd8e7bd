import { randomUUID } from "node:crypto";

import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import type { Fields } from "../fields";
import type { Workflow, WorkflowStep } from "./workflows/workflow";

/** Status of a step. `WAITING` is documented for WaitForAction, but missing from the enum of the API model. */
type StepStatus = "PENDING" | "SKIPPED" | "RUNNING" | "WAITING" | "COMPLETED" | "FAILED" | "CANCELLED";
type WorkflowStatus = "PENDING" | "RUNNING" | "COMPLETED" | "FAILED" | "ROLLBACK_COMPLETED" | "CANCELLED";

/** A step of a running workflow, with the fields of API type WorkflowStepMetadata. */
export interface StepExecution {
  readonly stepExecutionId: string;
  readonly definition: WorkflowStep;
  status: StepStatus;
  rollbackStatus?: "COMPLETED" | "SKIPPED";
  message?: string;
  inputs: Fields;
  outputs?: Fields;
  startTime?: string;
  endTime?: string;
}

/** A workflow of a build, with the fields of API type WorkflowExecutionMetadata. */
export interface WorkflowExecution {
  readonly workflowExecutionId: string;
  readonly workflowBuildVersionArn: string;
  readonly imageBuildVersionArn: string;
  readonly type: WorkflowType;
  readonly parallelGroup?: string;
  readonly steps: readonly StepExecution[];
  status: WorkflowStatus;
  message?: string;
  startTime?: string;
  endTime?: string;
  retried?: boolean;
}

export function newExecution(workflow: Workflow, imageBuildVersionArn: string): WorkflowExecution {
  return {
    workflowExecutionId: `wf-${randomUUID()}`,
    workflowBuildVersionArn: workflow.arn,
    imageBuildVersionArn,
    type: workflow.type,
    ...(workflow.parallelGroup === undefined ? {} : { parallelGroup: workflow.parallelGroup }),
    status: "PENDING",
    steps: workflow.steps.map((definition) => ({
      stepExecutionId: `step-${randomUUID()}`,
      definition,
      status: "PENDING",
      inputs: definition.inputs,
    })),
  };
}
