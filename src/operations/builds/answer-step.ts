import { SendWorkflowStepActionCommand } from "@aws-sdk/client-imagebuilder";

import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type StepRun, stepRuns } from "./step-run";

/** An answer to a step that waits for an approval. */
export interface Answer {
  readonly action: "RESUME" | "STOP";
  /** Reason of the answer, 1 to 1024 characters. Later steps of the workflow can read it. */
  readonly reason: string;
  /** Name or id of the step. Required if several steps wait. */
  readonly step?: string;
  /** Idempotency token of the request, 1 to 64 characters. */
  readonly clientToken: string;
}

/**
 * Answers a workflow step that waits for an approval (action WaitForAction).
 *
 * @returns the answered step
 * @throws UserError if no step waits, or if several steps wait and `answer.step` does not name one of them
 */
export async function answerStep(connection: Connection, build: string, answer: Answer): Promise<StepRun> {
  const waiting = (await stepRuns(connection, build)).filter(isWaiting);
  const { step: wanted } = answer;
  const [step, another] = waiting.filter(({ name, id }) => wanted === undefined || [name, id].includes(wanted));
  // Workflows that run in parallel can have steps of the same name.
  const names = waiting.map(({ name, id }) => `"${name}" (${id})`).join(", ");
  if (step === undefined)
    throw new UserError(
      wanted === undefined || waiting.length === 0
        ? "no step of this build waits for an answer"
        : `no step "${wanted}" waits for an answer; these do: ${names}`,
    );
  if (another !== undefined)
    throw new UserError(`several steps wait: ${names}; name one with --step, by its name or id`);
  const { action, reason, clientToken } = answer;
  await connection.imageBuilder.send(
    new SendWorkflowStepActionCommand({
      stepExecutionId: step.id,
      imageBuildVersionArn: build,
      action,
      reason,
      clientToken,
    }),
  );
  return step;
}

/** Checks whether a step waits for an approval. The documentation lists the status WAITING; the API model does not. */
export function isWaiting({ action, status }: StepRun): boolean {
  return status === "WAITING" || (action === "WaitForAction" && status === "RUNNING");
}
