import { managedWorkflows, type WorkflowReference } from "../definitions/schema/workflows";
import { imageBuilderArn, type Place } from "./arn";
import type { WorkflowUse } from "./pipeline";

const failures = { continue: "CONTINUE", abort: "ABORT" } as const;

/** What a pipeline runs in place of Image Builder's own workflows. */
export function workflowUse(reference: WorkflowReference, place: Place): WorkflowUse {
  if (typeof reference === "string") return { workflow: reference, parameters: {} };
  const { workflow, aws, arn, parameters = {}, onFailure, parallelGroup } = reference;
  const settings = { parameters, onFailure: onFailure && failures[onFailure], parallelGroup };
  if (workflow !== undefined) return { workflow, ...settings };
  if (arn !== undefined) return { arn, ...settings };
  return { arn: aws === undefined ? "" : managedArn(aws, place), ...settings };
}

/** The service takes its own workflows in their newest version alone. */
function managedArn(name: keyof typeof managedWorkflows, place: Place): string {
  return imageBuilderArn(place, "aws", `workflow/${managedWorkflows[name]}`, name, "x.x.x");
}

/** The document that a reference names, where it names one of this project. */
export function workflowOf(reference: WorkflowReference): string | undefined {
  return typeof reference === "string" ? reference : reference.workflow;
}
