import { paginateListWorkflowExecutions, paginateListWorkflowStepExecutions } from "@aws-sdk/client-imagebuilder";

import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";

/** One run of a workflow step. */
export interface StepRun {
  readonly id: string;
  readonly name: string;
  /** Action of the step, e.g. `ExecuteComponents`. */
  readonly action: string;
  /** Status: API type WorkflowStepExecutionStatus, or `WAITING`, which the documentation lists but the API model does not. */
  readonly status: string;
  readonly workflow: WorkflowRun;
  readonly message?: string;
  /** Outputs of the step, as JSON. */
  readonly outputs?: string;
  /** Start of the step in milliseconds since 1970; undefined if it has not started. */
  readonly start?: number;
  /** End of the step in milliseconds since 1970; undefined if it has not ended. */
  readonly end?: number;
}

/** One run of a workflow in a build. */
export interface WorkflowRun {
  readonly id: string;
  /** Type of the workflow: `BUILD`, `TEST` or `DISTRIBUTION`. */
  readonly type: string;
  readonly arn: string;
  /** Status of the workflow. A failed test workflow ends as ROLLBACK_COMPLETED. */
  readonly status: string;
  readonly message?: string;
  /** Start of the workflow in milliseconds since 1970; undefined if it has not started. */
  readonly start?: number;
  /** Whether RetryImage repeated it. The documentation does not say whether the first run or the second has this mark. */
  readonly retried: boolean;
}

/** Returns all steps of the workflows that a build has started, in the order of the workflows, whether the steps have started or not. */
export async function stepRuns(connection: Connection, build: string): Promise<StepRun[]> {
  const workflows = await workflowRuns(connection, build);
  const steps = await Promise.all(workflows.map(async (workflow) => stepsOf(connection, workflow)));
  return steps.flat();
}

/** Returns all workflow runs of a build, in the order in which they started. */
export async function workflowRuns({ imageBuilder: client }: Connection, build: string): Promise<WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  const input = { imageBuildVersionArn: build, maxResults: 25 };
  for await (const page of paginateListWorkflowExecutions({ client }, input))
    for (const each of page.workflowExecutions ?? []) {
      const run = complete(each, "workflowExecutionId", "type", "workflowBuildVersionArn", "status");
      runs.push({
        id: run.workflowExecutionId,
        type: run.type,
        arn: run.workflowBuildVersionArn,
        status: run.status,
        message: run.message,
        start: timeOf(run.startTime),
        retried: run.retried ?? false,
      });
    }
  return runs.sort((a, b) => compare(a.start, b.start) || order(a.type) - order(b.type));
}

/** Compares start times. Workflows that have not started come last. */
function compare(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}

function order(type: string): number {
  return ["BUILD", "TEST", "DISTRIBUTION"].indexOf(type);
}

async function stepsOf({ imageBuilder: client }: Connection, workflow: WorkflowRun): Promise<StepRun[]> {
  const runs: StepRun[] = [];
  const input = { workflowExecutionId: workflow.id, maxResults: 25 };
  for await (const page of paginateListWorkflowStepExecutions({ client }, input))
    for (const each of page.steps ?? []) {
      const run = complete(each, "stepExecutionId", "name", "action", "status");
      runs.push({
        id: run.stepExecutionId,
        name: run.name,
        action: run.action,
        status: run.status,
        workflow,
        message: run.message,
        outputs: run.outputs,
        start: timeOf(run.startTime),
        end: timeOf(run.endTime),
      });
    }
  const started = runs.flatMap(({ start }) => start ?? []);
  // Some answers list the newest step first.
  return (started[0] ?? 0) > (started.at(-1) ?? 0) ? runs.reverse() : runs;
}

/** Parses an ISO 8601 time as milliseconds since 1970. Returns undefined for an empty text, which the service can return. */
function timeOf(text = ""): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Checks whether a step has ended, for whatever reason. */
export function stepEnded({ status }: StepRun): boolean {
  return status === "COMPLETED" || status === "FAILED" || status === "SKIPPED" || status === "CANCELLED";
}

/** Returns how long a step took, or has been running until `now`, in milliseconds; undefined if it has not started. */
export function durationOf({ start, end }: StepRun, now: number): number | undefined {
  return start === undefined ? undefined : (end ?? now) - start;
}
