import { text } from "../../fields";
import { StepFailure } from "../failure";
import type { Action } from "./action";

/** Waits until somebody sends RESUME or STOP. Notifies EventBridge, and the topic of the step if there is one. */
export const waitForAction: Action = async function* ({ build, step }) {
  const { site, arn } = build;
  const { stepExecutionId, definition } = step;
  step.status = "WAITING";
  const execution = site.store.executions.step(stepExecutionId)?.workflow;
  await site.world.sendEvent(site.place.region, "EC2 Image Builder Workflow Step Waiting", arn, {
    "workflow-execution-id": execution?.workflowExecutionId,
    "workflow-step-execution-id": stepExecutionId,
    "workflow-step-name": definition.name,
  });
  const topic = text(step.inputs, "snsTopicArn");
  if (topic !== "")
    await site.world.publish(
      topic,
      JSON.stringify({
        imageBuildVersionArn: arn,
        workflowStepExecutionId: stepExecutionId,
        customPayload: step.inputs.payload,
      }),
    );
  if (site.settings.approval === "at-once") return { action: "RESUME", reason: "" };
  let answer = build.answers.get(stepExecutionId);
  while (answer === undefined) {
    yield "waiting";
    answer = build.answers.get(stepExecutionId);
  }
  const { action, reason } = answer;
  if (action === "STOP") throw new StepFailure(reason === "" ? `Step ${definition.name} was stopped` : reason);
  return { action, reason };
};
