import { SendWorkflowStepActionCommand } from "@aws-sdk/client-imagebuilder";

import { UserError } from "../../files/user-error";
import type { Connection } from "../aws/connection";
import { type StepRun, stepRuns } from "./step-run";

export interface Answer {
  readonly action: "RESUME" | "STOP";
  /** 1 to 1024 characters; later steps of the workflow can read it. */
  readonly reason: string;
  /** Name or id of the step; needed where several wait. */
  readonly step?: string;
  /** 1 to 64 characters. */
  readonly clientToken: string;
}

/**
 * Answers the step of a build that waits for somebody.
 *
 * @returns the step
 * @throws UserError where none waits, or several do and none is named
 */
export async function answerStep(connection: Connection, build: string, answer: Answer): Promise<StepRun> {
  const waiting = (await stepRuns(connection, build)).filter(isWaiting);
  const named =
    answer.step === undefined ? waiting : waiting.filter(({ name, id }) => [name, id].includes(answer.step ?? ""));
  const [step, another] = named;
  // Workflows that run side by side may have steps of one name.
  const names = waiting.map(({ name, id }) => `"${name}" (${id})`).join(", ");
  if (step === undefined)
    throw new UserError(
      waiting.length === 0
        ? "no step of this build waits for an answer"
        : `no step "${answer.step ?? ""}" waits for an answer; these do: ${names}`,
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

/** The documentation has a status WAITING, the model has not. */
export function isWaiting({ action, status }: StepRun): boolean {
  return status === "WAITING" || (action === "WaitForAction" && status === "RUNNING");
}
