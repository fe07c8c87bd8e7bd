import { randomUUID } from "node:crypto";

import { shellDocuments } from "../../../../src/documents/workflows/shell-documents";
import { workflowActions } from "../../../../src/documents/workflows/workflow-actions";
import { Refusal } from "../../../refusal";
import { refusedCall } from "../failure";
import { instant } from "./action";

/** Simulates a command on the instance. Only checks that Systems Manager supports the platform and gets the required parameters. */
export const runCommand = instant(({ build, step }) => {
  const { action, name } = step.definition;
  const platforms = workflowActions.get(action)?.platforms;
  if (platforms?.some((platform) => platform === build.image.platform) === false)
    throw refusedCall(unsupportedPlatform(), "SendCommand", name);
  const { documentName, parameters } = step.inputs as {
    readonly documentName?: string;
    readonly parameters?: { readonly commands?: readonly string[] };
  };
  if (shellDocuments.has(documentName ?? "") && (parameters?.commands ?? []).length === 0)
    throw refusedCall(parametersMissing(), "SendCommand", name);
  return { runCommandId: randomUUID(), status: "Success", output: [""] };
});

/** Returns the error for an unsupported platform. Source: Systems Manager API, SendCommand, UnsupportedPlatformType. */
function unsupportedPlatform(): Refusal {
  return new Refusal(
    "UnsupportedPlatformType",
    "The document doesn't support the platform type of the given managed node IDs.",
  );
}

/** Returns the error for missing parameters. Source: Systems Manager API, SendCommand, InvalidParameters. */
function parametersMissing(): Refusal {
  return new Refusal(
    "InvalidParameters",
    "You must specify values for all required parameters in the Systems Manager document (SSM document).",
  );
}
