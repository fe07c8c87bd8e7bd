import { valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { orList } from "../../reading/describe";
import { workflowActions } from "../../workflows/workflow-actions";
import { actionsPage, goodWorkflow, workflowExample } from "./examples";

export const workflowStage: DocumentRule = {
  code: "workflow-stage",
  refusedBy: "AWS",
  summary: "An action is not available in this type of workflow, or cannot be combined with another step.",
  source: actionsPage,
  fail: [
    workflowExample(`schemaVersion: 1.0
steps:
  - name: CopyImage
    action: DistributeImage
  - name: CopyContainer
    action: ▸DistributeContainerImage
    inputs:
      instanceId: i-0123456789abcdef0
`),
  ],
  pass: [goodWorkflow],
  workflow: ({ steps, type }, report) => {
    for (const [index, { action, node }] of steps.entries()) {
      const at = valueOf(node, "action") ?? node;
      const { types } = workflowActions.get(action) ?? {};
      if (type !== undefined && types?.includes(type) === false) {
        const message = `${action} is in a workflow of type ${type}, allowed: ${orList(types)}`;
        report(at, message, "move the step to a workflow of that type");
      }
      const excluded = excludedBy(action);
      const other = steps.slice(0, index).find((earlier) => excluded.includes(earlier.action));
      if (other === undefined) continue;
      const message = `${action} is in one workflow with ${other.action} of step "${other.name}", allowed: one of the two`;
      report(at, message, "distribute machine images and containers in workflows of their own");
    }
  },
};

/** Action that distributes a container image. The actions below distribute a machine image. A workflow distributes only one of the two. */
const ofContainers = "DistributeContainerImage";
const ofMachineImages = ["DistributeImage", "ModifyImageAttributes", "ApplyImageConfigurations"];

function excludedBy(action: string): readonly string[] {
  if (action === ofContainers) return ofMachineImages;
  return ofMachineImages.includes(action) ? [ofContainers] : [];
}
