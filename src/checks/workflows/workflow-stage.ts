import { managedWorkflows } from "../../aws/managed-workflows";
import type { WorkflowReference } from "../../model/workflow-reference";
import { workflowTypeOfFolder } from "../../project/component-names";

export type Stage = "build" | "test" | "distribution";

/** Undefined where it is not known: the document is outside of the folders, or the ARN is none of a workflow. */
export function stageOf(reference: WorkflowReference): Stage | undefined {
  if (reference.from === "project") return workflowTypeOfFolder(reference.document)?.toLowerCase() as Stage | undefined;
  if (reference.from === "aws") return managedWorkflows[reference.name];
  const stage = /:workflow\/(build|test|distribution)\//.exec(reference.arn)?.[1];
  return stage as Stage | undefined;
}
