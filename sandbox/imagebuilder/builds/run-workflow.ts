import type { Fields } from "../fields";
import { actionNamed } from "./actions/actions";
import type { Build } from "./build";
import type { StepExecution, WorkflowExecution } from "./execution";
import { BuildFailure, StepFailure } from "./failure";
import type { Course } from "./moment";
import { strike } from "./troubles/strike";
import { holds } from "./workflows/condition";
import { resolved, type Scope, valueAt } from "./workflows/scope";
import { variablesOf } from "./workflows/variables";
import type { Workflow } from "./workflows/workflow";

/**
 * Runs one workflow, step by step.
 *
 * @throws BuildFailure if a step aborts the workflow
 */
export async function* runWorkflow(build: Build, workflow: Workflow, execution: WorkflowExecution): Course {
  const { log, site } = build;
  const time = (): string => site.now().toISOString();
  const stepOutputs: Record<string, Fields> = {};
  execution.status = "RUNNING";
  execution.startTime = time();
  log.add(
    `Started ${workflow.type} workflow ${workflow.arn}`,
    `Total ${workflow.steps.length} steps to run for workflow ${workflow.arn}`,
  );
  try {
    const scope = (): Scope => ({
      parameters: workflow.parameters,
      stepOutputs,
      workflowOutputs: build.workflowOutputs,
      imagebuilder: variablesOf(build, workflow.type),
    });
    for (const step of execution.steps) {
      yield* runStep(build, workflow, step, scope());
      if (step.outputs !== undefined) stepOutputs[step.definition.name] = step.outputs;
    }
    for (const [name, path] of Object.entries(workflow.outputs)) build.workflowOutputs[name] = valueAt(path, scope());
    execution.status = "COMPLETED";
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    await rollBack(build, execution);
    const step = execution.steps.find(
      ({ status, definition }) => status === "FAILED" && definition.onFailure === "Abort",
    );
    if (error.details.message !== undefined) execution.message = error.details.message.slice(0, 500);
    const origin = `Workflow Execution ID: '${execution.workflowExecutionId}' failed with reason: `;
    throw new BuildFailure(error.details.regions === undefined ? `${origin}${error.message}` : error.message, {
      workflowExecutionId: execution.workflowExecutionId,
      workflowArn: workflow.arn,
      stepExecutionId: step?.stepExecutionId,
      failedStep: step?.definition.name,
      componentFailure: error.details.component,
      distributionFailure:
        error.details.regions === undefined
          ? undefined
          : { errorMessage: error.message, regionFailures: error.details.regions },
    });
  } finally {
    // A cancelled build does not continue after its current moment.
    if (execution.status === "RUNNING") cancel(execution, time());
    execution.endTime = time();
  }
}

async function* runStep(build: Build, workflow: Workflow, step: StepExecution, scope: Scope): Course {
  const { log, site } = build;
  const { definition } = step;
  const { name, action } = definition;
  if (definition.if === undefined) log.add(`No 'if' conditions to evaluate for step: ${name}`);
  else if (!holds(definition.if, scope)) {
    step.status = "SKIPPED";
    log.add(`Skipping step ${name}: its 'if' conditions are not met`);
    return;
  }
  step.inputs = resolved(definition.inputs, scope) as Fields;
  step.status = "RUNNING";
  step.startTime = site.now().toISOString();
  log.add(`Started step ${name} with action ${action}`);
  yield "progress";
  try {
    yield* strike(build, workflow.type, step, "start");
    const outputs = yield* actionNamed(action)({ build, step, type: workflow.type });
    yield* strike(build, workflow.type, step, "end");
    if (Object.keys(outputs).length > 0) step.outputs = outputs;
    step.status = "COMPLETED";
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    step.status = "FAILED";
    if (error.details.message !== undefined) step.message = error.details.message.slice(0, 500);
    if (error.details.outputs !== undefined) step.outputs = error.details.outputs;
    log.add(`Action failed for step ${name}. ${definition.onFailure === "Continue" ? "Continuing" : "Failing step"}`);
    if (definition.onFailure === "Abort") throw error;
  } finally {
    step.endTime = site.now().toISOString();
  }
  yield "progress";
}

/** Terminates the instances of a failed workflow, unless they are kept for inspection. */
async function rollBack(build: Build, execution: WorkflowExecution): Promise<void> {
  // Source: README of AWS's sample of Step Functions in workflows. A failed test workflow ends as ROLLBACK_COMPLETED.
  execution.status = execution.type === "TEST" ? "ROLLBACK_COMPLETED" : "FAILED";
  const ends = build.infrastructure.terminateInstanceOnFailure !== false;
  for (const step of execution.steps) {
    if (step.definition.action === "LaunchInstance" && step.status !== "PENDING")
      step.rollbackStatus = ends ? "COMPLETED" : "SKIPPED";
  }
  if (ends) await build.endInstances();
}

function cancel(execution: WorkflowExecution, time: string): void {
  execution.status = "CANCELLED";
  for (const step of execution.steps) {
    if (step.status !== "RUNNING" && step.status !== "WAITING") continue;
    step.status = "CANCELLED";
    step.endTime = time;
  }
}
