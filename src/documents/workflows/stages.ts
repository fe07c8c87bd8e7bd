import type { Rule } from "../../problems/rule";
import { valueOf, type YamlNode } from "../../problems/yaml-tree";
import { orList } from "../reading/describe";
import type { Report } from "../reading/report";
import { workflowActions } from "./workflow-actions";
import type { WorkflowType } from "./workflow-action";
import { actionsPage, brokenWorkflow } from "./workflow-example";

export const workflowStage: Rule = {
  code: "workflow-stage",
  severity: "error",
  summary: "An action is not available in this type of workflow, or cannot be combined with another step.",
  source: actionsPage,
  ...brokenWorkflow(`schemaVersion: 1.0
steps:
  - name: CopyImage
    action: DistributeImage
  - name: CopyContainer
    action: ▸DistributeContainerImage
    inputs:
      instanceId: i-0123456789abcdef0
`),
};

/** It distributes a container image, those below a machine image; an image is one of the two. */
const ofContainers = "DistributeContainerImage";
const ofMachineImages = ["DistributeImage", "ModifyImageAttributes", "ApplyImageConfigurations"];

/** Checks each action against the type of the workflow, and against the other actions in it. */
export function checkStages(
  steps: readonly { readonly name: string; readonly action: string; readonly node: YamlNode }[],
  type: WorkflowType | undefined,
  report: Report,
): void {
  for (const [index, { action, node }] of steps.entries()) {
    const at = valueOf(node, "action") ?? node;
    const { types } = workflowActions.get(action) ?? {};
    if (type !== undefined && types?.includes(type) === false) {
      const message = `${action} is in a workflow of type ${type}, allowed: ${orList(types)}`;
      report.add(workflowStage, at, message, "move the step to a workflow of that type");
    }
    const excluded = action === ofContainers ? ofMachineImages : ofMachineImages.includes(action) ? [ofContainers] : [];
    const other = steps.slice(0, index).find((earlier) => excluded.includes(earlier.action));
    if (other !== undefined) {
      const message = `${action} is in one workflow with ${other.action} of step "${other.name}", allowed: one of the two`;
      report.add(workflowStage, at, message, "distribute machine images and containers in workflows of their own");
    }
  }
}
