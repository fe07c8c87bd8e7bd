import { ApiError, notFound } from "../api-error";
import type { WorkflowExecution } from "../builds/execution";
import { type Call, type Handler, named } from "../call";
import { type Fields, text } from "../fields";
import { page } from "../list";

export const workflowExecutionOperations: Record<string, Handler> = {
  ListWorkflowExecutions: (call) => {
    const { arn, state } = named(call, "imageBuildVersionArn");
    return {
      imageBuildVersionArn: arn,
      message: (state as Fields).reason,
      ...page(call, call.store.executions.ofImage(arn), "workflowExecutions", summaryOf, []),
    };
  },
  GetWorkflowExecution: (call) => {
    const execution = executionOf(call);
    return { ...summaryOf(execution), imageBuildVersionArn: execution.imageBuildVersionArn };
  },
};

/**
 * Returns the execution with the ID in `workflowExecutionId`.
 *
 * @throws ApiError if the execution does not exist
 */
export function executionOf({ input, store }: Call): WorkflowExecution {
  const id = text(input, "workflowExecutionId");
  const execution = store.executions.workflow(id);
  // These operations have no ResourceNotFoundException.
  if (execution === undefined) throw new ApiError("InvalidRequestException", notFound(id).message);
  return execution;
}

function summaryOf(execution: WorkflowExecution): Fields {
  const count = (status: string): number => execution.steps.filter((step) => step.status === status).length;
  const { workflowBuildVersionArn, workflowExecutionId, type, status, message } = execution;
  const { startTime, endTime, parallelGroup, retried } = execution;
  return {
    workflowBuildVersionArn,
    workflowExecutionId,
    type,
    status,
    message,
    totalStepCount: execution.steps.length,
    totalStepsSucceeded: count("COMPLETED"),
    totalStepsFailed: count("FAILED"),
    totalStepsSkipped: count("SKIPPED"),
    startTime,
    endTime,
    parallelGroup,
    retried,
  };
}
