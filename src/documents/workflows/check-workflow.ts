import { type MapNode, plainText, valueOf } from "../../problems/yaml-tree";
import { checkDirectives, checkWorkflowRules } from "../check-rules";
import { directivesIn, saidBy } from "../directives/directives";
import { shown } from "../reading/describe";
import { listOf, text } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { invalidChoice } from "../rules/fields/invalid-choice";
import { neededPermissions } from "./needed-permissions";
import { output } from "./output";
import { parameter } from "./parameter";
import { step } from "./step";
import type { WorkflowType } from "./workflow-action";
import type { WorkflowDocument } from "./workflow-document";
import { named, workflowOutline } from "./workflow-outline";

const schemaVersion: FieldType = {
  expects: "1.0",
  check: ({ node, name, at }, report) => {
    const written = plainText(node);
    if (written === "1" || written === "1.0") return;
    report.add(invalidChoice, at, `${name} is ${shown(node)}, allowed: 1.0`, "write 1.0");
  },
};

/** Fields that a workflow document can have. */
export const workflowFields: Fields = {
  name: optional(text()),
  description: optional(text()),
  schemaVersion: required(schemaVersion),
  parameters: optional(listOf(parameter, "a list of parameters")),
  steps: required(listOf(step, "a list of steps")),
  outputs: optional(listOf(output, "a list of outputs")),
};

/**
 * Checks a well-formed workflow document.
 *
 * @param type type of the workflow, if it is known; otherwise actions of all types are allowed
 */
export function checkWorkflow(root: MapNode, report: Report, type?: WorkflowType): WorkflowDocument {
  const { source } = report;
  const directives = directivesIn(source, ["version"]);
  checkDirectives(directives, report);
  checkFields(root, workflowFields, { name: "the workflow", at: root }, report);
  const outline = workflowOutline(root, source, type);
  checkWorkflowRules(outline, report);
  return {
    kind: "workflow",
    description: plainText(valueOf(root, "description")),
    parameters: outline.parameters.map(({ name, node }) => ({
      name,
      type: plainText(valueOf(node, "type")) ?? "string",
      hasDefault: valueOf(node, "default") !== undefined,
    })),
    steps: outline.steps.map(({ name, action, node }) => ({
      name,
      action,
      isConditional: valueOf(node, "if") !== undefined,
    })),
    outputs: named(valueOf(root, "outputs")).map(({ name }) => name),
    needs: neededPermissions(root, report),
    line: saidBy(directives, source).line,
  };
}
