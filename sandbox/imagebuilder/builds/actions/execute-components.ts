import { randomUUID } from "node:crypto";

import { maxText } from "../../../../src/aws/limits";
import { runComponents } from "../components/run-components";
import { copyToeFiles } from "../components/toe-files";
import { StepFailure } from "../failure";
import type { Action } from "./action";

/** Runs the components of the recipe on the instance. Source: AWSTOE's summary, as users quote the output of its command. */
export const executeComponents: Action = async function* ({ build, type, step }) {
  const runCommandId = randomUUID();
  const phases = type === "TEST" ? ["test"] : ["build", "validate"];
  build.log.takeRecorded();
  const run = yield* runComponents(build, phases);
  const logUrl = await copyToeFiles(build, step.definition.name, run, build.log.takeRecorded());
  // AWSTOE sends its log lines from the instance, separately from those of the service.
  await build.log.flush();
  const { failure } = run;
  const summary = {
    executionId: run.executionId,
    status: failure === undefined ? "success" : "failed",
    failedStepCount: run.failedSteps,
    executedStepCount: run.executedSteps,
    ignoredFailedStepCount: run.ignoredFailedSteps,
    failureMessage: failure === undefined ? "" : `Document ${failure.componentArn} failed!`,
    logUrl,
  };
  const output = JSON.stringify(summary, null, 2);
  if (failure === undefined) return { runCommandId, status: "Success", output };
  build.log.add(`Command failed (command id: ${runCommandId}, state: Failed)`);
  throw new StepFailure(summary.failureMessage, {
    outputs: { runCommandId, status: "Failed", output },
    component: { ...failure, errorMessage: failure.errorMessage.slice(0, maxText) },
  });
};
