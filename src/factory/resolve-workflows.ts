import type { ImageDefinition } from "../definitions/schema/image";
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

/**
 * The workflows of an image or container. Where the last is taken away, AWS provider 5.100 plans nothing and sends the old ones along with any other
 * change, so that they could never be deleted: what Image Builder runs by itself is named in their place.
 *
 * @param had whether the pipeline has had workflows before
 */
export function workflowsOf(
  kind: "image" | "container",
  { workflows, tests }: Pick<ImageDefinition, "workflows" | "tests">,
  had: boolean,
): WorkflowReference[] {
  if (workflows.length > 0 || !had) return workflows;
  return [{ aws: `build-${kind}` }, ...(tests.enabled ? [{ aws: `test-${kind}` } as const] : [])];
}

/** The document that a reference names, where it names one of this project. */
export function workflowOf(reference: WorkflowReference): string | undefined {
  return typeof reference === "string" ? reference : reference.workflow;
}
