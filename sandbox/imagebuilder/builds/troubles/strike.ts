import { randomUUID } from "node:crypto";

import type { WorkflowType } from "../../../../src/documents/workflows/workflow-action";
import type { Build } from "../build";
import type { StepExecution } from "../execution";
import { StepFailure } from "../failure";
import type { Course } from "../moment";
import type { StepTrouble } from "./trouble";

/** Applies the fault that the settings inject for a step, if there is one. */
export async function* strike(build: Build, type: WorkflowType, step: StepExecution, at: "start" | "end"): Course {
  const trouble = troubleOf(build, type, step, at);
  if (trouble === undefined) return;
  const runCommandId = randomUUID();
  const filledIn = (text: string): string =>
    text
      .replaceAll("{step}", step.definition.name)
      .replaceAll("{instance}", [...build.instances].at(-1) ?? "i-unknown")
      .replaceAll("{account}", build.site.place.account)
      .replaceAll("{command}", runCommandId);
  for (const line of trouble.lines ?? []) {
    build.log.add(filledIn(line));
    yield "progress";
  }
  if (trouble.endsInstance === true) await build.endInstances();
  while (trouble.outcome === "hangs") yield "waiting";
  const reason = filledIn(trouble.reason);
  throw new StepFailure(
    reason,
    trouble.onlyInOutputs === true
      ? { outputs: { runCommandId, status: "Failed", output: reason } }
      : { message: reason },
  );
}

function troubleOf(build: Build, type: WorkflowType, step: StepExecution, at: string): StepTrouble | undefined {
  return build.site.settings.troubles.find(
    (trouble): trouble is StepTrouble =>
      trouble.kind === "step" &&
      build.isNamed(trouble.image) &&
      (trouble.at ?? "start") === at &&
      [
        [trouble.workflow, type],
        [trouble.step, step.definition.name],
        [trouble.action, step.definition.action],
      ].every(([wanted, actual]) => wanted === undefined || wanted === actual),
  );
}
