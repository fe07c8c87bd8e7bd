import { type ManagedWorkflowName, managedWorkflows } from "../aws/managed-workflows";
import type { ImageDefinition } from "../definitions/schema/image";
import type { RecipeKind } from "../model/recipe";
import type { WorkflowReference } from "../model/workflow-reference";
import type { WrittenBuild } from "./written-builds";

/** How the lock calls one build of an image or container: `base`, or `base/weekly` of a further pipeline. */
export function workflowsKey({ owner, key }: Pick<WrittenBuild, "owner" | "key">): string {
  return key === undefined ? owner : `${owner}/${key}`;
}

/**
 * The workflows of an image or container. Where the last is taken away, AWS provider 5.100 plans nothing and sends the old ones along with any other
 * change, so that they could never be deleted: what Image Builder runs by itself is named in their place.
 *
 * @param had whether the pipeline has had workflows before
 */
export function workflowsOf(
  kind: RecipeKind,
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
