import type { ImageDefinition } from "../definitions/schema/image";
import { managedWorkflows, type ManagedWorkflowName } from "../aws/managed-workflows";
import type { WorkflowReference } from "../model/workflow-reference";
import { imageBuilderArn, type Place } from "./arn";
import type { WorkflowUse } from "./pipeline";

const failures = { continue: "CONTINUE", abort: "ABORT" } as const;

/** What a pipeline runs in place of Image Builder's own workflows. */
export function workflowUse(reference: WorkflowReference, place: Place): WorkflowUse {
  const { parameters, onFailure, parallelGroup } = reference;
  const settings = { parameters, onFailure: onFailure && failures[onFailure], parallelGroup };
  if (reference.from === "project") return { workflow: reference.document, ...settings };
  return { arn: reference.from === "arn" ? reference.arn : managedArn(reference.name, place), ...settings };
}

/** The service takes its own workflows in their newest version alone. */
function managedArn(name: ManagedWorkflowName, place: Place): string {
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
  const managed = (name: ManagedWorkflowName): WorkflowReference => ({ from: "aws", name, parameters: {} });
  return [managed(`build-${kind}`), ...(tests.enabled ? [managed(`test-${kind}`)] : [])];
}
