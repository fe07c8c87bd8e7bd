import { type ManagedWorkflowName, managedWorkflows } from "../aws/managed-workflows";
import type { ImageDefinition } from "../definitions/schema/image";
import type { RecipeKind } from "../model/recipe";
import type { WorkflowReference } from "../model/workflow-reference";
import type { WrittenBuild } from "./written-builds";

/** Returns the name of a build in the lock: `base`, or `base/weekly` for a further pipeline. */
export function workflowsKey({ owner, key }: Pick<WrittenBuild, "owner" | "key">): string {
  return key === undefined ? owner : `${owner}/${key}`;
}

/**
 * Returns the workflows of a build. If the last workflow is removed, AWS provider 5.100 plans no change and sends the old workflows with the next
 * update, so that they could never be deleted. Thus, the default workflows of Image Builder are named instead.
 *
 * @param had true if the build had workflows before
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
