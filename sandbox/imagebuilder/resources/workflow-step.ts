import { ApiError, invalidValue, notFound } from "../api-error";
import type { StepExecution } from "../builds/execution";
import type { FoundStep } from "../builds/executions";
import type { Call, Handler } from "../call";
import { type Fields, text } from "../fields";
import { page } from "../list";
import { executionOf } from "./workflow-execution";

export const workflowStepOperations: Record<string, Handler> = {
  ListWorkflowStepExecutions: (call) => {
    const execution = executionOf(call);
    const { workflowBuildVersionArn, workflowExecutionId, imageBuildVersionArn, message, steps } = execution;
    return {
      workflowBuildVersionArn,
      workflowExecutionId,
      imageBuildVersionArn,
      message,
      ...page(call, steps, "steps", stepOf, []),
    };
  },
  GetWorkflowStepExecution: (call) => {
    const id = text(call.input, "stepExecutionId");
    const found = call.store.executions.step(id);
    if (found === undefined) throw new ApiError("InvalidRequestException", notFound(id).message);
    const { onFailure, timeoutSeconds } = found.step.definition;
    return { ...stepOf(found.step), ...ownersOf(found), onFailure, timeoutSeconds };
  },
  ListWaitingWorkflowSteps: (call) =>
    page(
      call,
      call.store.executions.waiting(),
      "steps",
      (found) => ({
        ...ownersOf(found),
        stepExecutionId: found.step.stepExecutionId,
        name: found.step.definition.name,
        action: found.step.definition.action,
        startTime: found.step.startTime,
      }),
      [],
    ),
  SendWorkflowStepAction: async (call) => {
    const { stepExecutionId, imageBuildVersionArn, clientToken } = call.input;
    const found = waitingStep(call);
    await call.builds.answer(
      found.workflow.imageBuildVersionArn,
      found.step.stepExecutionId,
      text(call.input, "action"),
      text(call.input, "reason"),
    );
    return { stepExecutionId, imageBuildVersionArn, clientToken };
  },
};

function waitingStep({ input, store }: Call): FoundStep {
  const id = text(input, "stepExecutionId");
  const found = store.executions.step(id);
  if (found === undefined) throw notFound(id);
  if (found.workflow.imageBuildVersionArn !== input.imageBuildVersionArn)
    throw invalidValue("imageBuildVersionArn", `The step '${id}' belongs to another image.`);
  if (found.step.status !== "WAITING")
    throw new ApiError("InvalidRequestException", `The step '${id}' does not wait for an action.`);
  return found;
}

/** Returns a step execution in the form of the API. Inputs and outputs are JSON text. */
function stepOf({ stepExecutionId, definition, ...step }: StepExecution): Fields {
  const { status, rollbackStatus, message, inputs, outputs, startTime, endTime } = step;
  const { name, action, description } = definition;
  return {
    stepExecutionId,
    name,
    description,
    action,
    status,
    rollbackStatus,
    message,
    inputs: JSON.stringify(inputs),
    outputs: outputs === undefined ? undefined : JSON.stringify(outputs),
    startTime,
    endTime,
  };
}

function ownersOf({ workflow }: FoundStep): Fields {
  const { workflowBuildVersionArn, workflowExecutionId, imageBuildVersionArn } = workflow;
  return { workflowBuildVersionArn, workflowExecutionId, imageBuildVersionArn };
}
