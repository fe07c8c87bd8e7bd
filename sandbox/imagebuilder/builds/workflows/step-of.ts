import { workflowActions } from "../../../../src/documents/workflows/workflow-actions";
import { type Fields, text } from "../../fields";
import type { WorkflowStep } from "./workflow";

/** Returns the steps of a workflow document. */
export function stepsOf(document: Fields): WorkflowStep[] {
  return (document.steps as readonly Fields[]).map((step) => {
    const action = text(step, "action");
    return {
      name: text(step, "name"),
      action,
      ...(step.description === undefined ? {} : { description: text(step, "description") }),
      ...(step.if === undefined ? {} : { if: step.if }),
      inputs: (step.inputs ?? {}) as Fields,
      onFailure: step.onFailure === "Continue" ? "Continue" : "Abort",
      rollbackEnabled: step.rollbackEnabled === true,
      timeoutSeconds: Number(step.timeoutSeconds ?? workflowActions.get(action)?.defaultTimeout ?? 3600),
    };
  });
}

/** Returns the outputs of a workflow document: paths by name. */
export function outputsOf({ outputs }: Fields): Record<string, string> {
  return Object.fromEntries(
    ((outputs ?? []) as readonly Fields[]).map((output) => [
      text(output, "name"),
      text(output, "value") || text(output, "value.$"),
    ]),
  );
}
