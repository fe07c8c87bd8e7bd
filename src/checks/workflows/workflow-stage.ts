import { managedWorkflows } from "../../aws/managed-workflows";
import type { WorkflowReference } from "../../model/workflow-reference";
import { workflowTypeOfFolder } from "../../project/component-names";
import type { WorkflowUse } from "../context/workflow-lists";
import type { LocalReport } from "../report";

export type Stage = "build" | "test" | "distribution";

/**
 * Returns the stage of a workflow; undefined if unknown because the document is outside the folders or the ARN is not that of a workflow.
 */
export function stageOf(reference: WorkflowReference): Stage | undefined {
  if (reference.from === "project") return workflowTypeOfFolder(reference.document)?.toLowerCase() as Stage | undefined;
  if (reference.from === "aws") return managedWorkflows[reference.name];
  const stage = /:workflow\/(build|test|distribution)\//.exec(reference.arn)?.[1];
  return stage as Stage | undefined;
}

/** Reports a setting of a workflow that only test workflows may have. */
export function reportOnlyOfTests(
  key: "onFailure" | "parallelGroup",
  { reference, path }: WorkflowUse,
  report: LocalReport,
): void {
  const stage = stageOf(reference);
  if (stage === undefined || stage === "test" || reference[key] === undefined) return;
  report([...path, key], `"${key}" is for test workflows, and this one is for ${stage}`, "remove it");
}
