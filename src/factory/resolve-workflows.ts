import { managedWorkflows, type ManagedWorkflowName } from "../aws/managed-workflows";
import type { ImageDefinition } from "../definitions/schema/image";
import type { WorkflowReference } from "../model/workflow-reference";

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
  const managed = (name: ManagedWorkflowName): WorkflowReference => ({
    from: "aws",
    type: `workflow/${managedWorkflows[name]}`,
    name,
    version: "x.x.x",
    parameters: {},
  });
  return [managed(`build-${kind}`), ...(tests.enabled ? [managed(`test-${kind}`)] : [])];
}
