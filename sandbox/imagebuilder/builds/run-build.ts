import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import type { Fields } from "../fields";
import { amiDescription } from "./ami-name";
import type { Build } from "./build";
import { newExecution } from "./execution";
import { BuildFailure } from "./failure";
import type { Course } from "./moment";
import { resolveParent } from "./parent";
import { runWorkflow } from "./run-workflow";
import type { ImageStatus } from "./site";
import type { EarlyTrouble } from "./troubles/trouble";
import type { Workflow } from "./workflows/workflow";
import { workflowsOf } from "./workflows/workflows-of";

const stages: readonly (readonly [WorkflowType, ImageStatus])[] = [
  ["BUILD", "BUILDING"],
  ["TEST", "TESTING"],
  ["DISTRIBUTION", "DISTRIBUTING"],
];

/** Runs a build to its end, from the first or a later stage. An unexpected error also fails the build. */
export async function* runBuild(build: Build, from: WorkflowType = "BUILD"): Course {
  try {
    if (from === "BUILD") yield* prepare(build);
    const first = stages.findIndex(([type]) => type === from);
    for (const [type, status] of stages.slice(first)) {
      const workflows = workflowsOf(build.image, type, build.site.store, build.site.place);
      if (workflows.length === 0) continue;
      await build.enter(status);
      yield "progress";
      yield* runAll(build, workflows, from !== "BUILD" && type === from);
    }
    await build.endInstances();
    build.change({ outputResources: outputResources(build) });
    await build.enter("AVAILABLE");
  } catch (error) {
    const failure = error instanceof BuildFailure ? error : new BuildFailure(`Internal failure: ${String(error)}`);
    await build.fail(failure);
  }
}

async function* prepare(build: Build): Course {
  yield "progress";
  await build.enter("CREATING");
  yield "progress";
  const trouble = build.site.settings.troubles.find(
    (each): each is EarlyTrouble => each.kind === "early" && build.isNamed(each.image),
  );
  if (trouble !== undefined) throw new BuildFailure(trouble.reason);
  await resolveParent(build);
}

/** Runs the workflows of one stage in sequence. If one of them aborts the build, the remaining ones are cancelled. */
async function* runAll(build: Build, workflows: readonly Workflow[], retried: boolean): Course {
  const { executions } = build.site.store;
  const planned = workflows.map((workflow) => ({ workflow, execution: newExecution(workflow, build.arn) }));
  for (const { execution } of planned) {
    if (retried) execution.retried = true;
    executions.add(execution);
  }
  for (const [index, { workflow, execution }] of planned.entries()) {
    try {
      yield* runWorkflow(build, workflow, execution);
    } catch (error) {
      if (workflow.onFailure === "CONTINUE" && error instanceof BuildFailure) continue;
      for (const { execution: other } of planned.slice(index + 1)) other.status = "CANCELLED";
      throw error;
    }
  }
}

function outputResources(build: Build): Fields {
  if (build.isContainer) return { containers: build.pushed };
  return {
    amis: build.distributed.map(({ region, accountId, imageId }) => {
      const { name, description } = amiDescription(build, region);
      return { region, image: imageId, name, description, accountId, state: { status: "AVAILABLE" } };
    }),
  };
}
