import { randomUUID } from "node:crypto";

import { workflowActions } from "../../../../src/documents/workflows/workflow-actions";
import { Refusal } from "../../../refusal";
import { refusedCall } from "../failure";
import { instant } from "./action";

/** A command on the instance, of which nothing more is known here than whether Systems Manager has it for the platform. */
export const runCommand = instant(({ build, step }) => {
  const { action, name } = step.definition;
  const platforms = workflowActions.get(action)?.platforms;
  if (platforms?.some((platform) => platform === build.image.platform) === false)
    throw refusedCall(unsupportedPlatform(), "SendCommand", name);
  return { runCommandId: randomUUID(), status: "Success", output: "" };
});

/** Source: Systems Manager API, SendCommand, UnsupportedPlatformType. */
function unsupportedPlatform(): Refusal {
  return new Refusal(
    "UnsupportedPlatformType",
    "The document doesn't support the platform type of the given managed node IDs.",
  );
}
