import { maxText } from "../../aws/limits";
import { plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { quoted } from "../reading/describe";
import { by } from "../reading/field-rule";
import { anything, flag, oneOf, reportWrongType, text, wholeNumber } from "../reading/field-types";
import { type Fields, type FieldType, optional, required } from "../reading/fields";
import { outOfRange } from "../rules/fields/out-of-range";
import { workflowAction } from "../rules/workflows/workflow-action";
import { workflowStepName } from "../rules/workflows/workflow-step-name";
import { condition } from "./condition";
import { checkDynamicFields, fieldsOf } from "./dynamic-fields";
import type { WorkflowAction } from "./workflow-action";
import { workflowActions } from "./workflow-actions";

/** An item of a workflow's `steps`. */
export const step: FieldType = {
  expects: 'a map with "name" and "action"',
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind === "map")
      checkDynamicFields(node, fieldsOfStep(actionOf(node)), { name: stepInWords(node, name), at }, report);
    else reportWrongType(value, step.expects, report);
  },
};

/**
 * Returns the name of a step for messages.
 *
 * @param otherwise returned if the step has no name
 */
export function stepInWords(node: YamlNode, otherwise: string): string {
  const name = plainText(valueOf(node, "name"));
  return name === undefined ? otherwise : `step ${quoted(name)}`;
}

/** Returns the action of a step; undefined if it is missing or unknown. */
export function actionOf(node: YamlNode): WorkflowAction | undefined {
  const name = valueOf(node, "action");
  return name?.kind === "text" ? workflowActions.get(name.value) : undefined;
}

/** Returns the fields that a step can have. The inputs depend on the action. */
export function fieldsOfStep(action: WorkflowAction | undefined): Fields {
  const needsInputs = Object.values(action?.inputs ?? {}).some((field) => field.required);
  const inputs = action === undefined ? anything : fieldsOf(action.inputs);
  return {
    name: required(text("a name", by(workflowStepName))),
    action: required(text("an action", by(workflowAction, [...workflowActions.keys()]))),
    description: optional(description),
    inputs: needsInputs ? required(inputs) : optional(inputs),
    onFailure: optional(oneOf(["Abort", "Continue"])),
    rollbackEnabled: optional(flag),
    timeoutSeconds: optional(wholeNumber(secondsFrom(...allowedSeconds(action).timeoutSeconds))),
    waitSeconds: optional(wholeNumber(secondsFrom(...allowedSeconds(action).waitSeconds))),
    if: optional(condition),
    retry: optional(anything),
  };
}

/** Returns the minimum and maximum of each field, in seconds. */
export function allowedSeconds(action: WorkflowAction | undefined) {
  return { timeoutSeconds: [1, action?.maxTimeout ?? Infinity], waitSeconds: [0, Infinity] } as const;
}

function secondsFrom(min: number, max: number): string {
  return `a whole number ${rangeInWords(min, max)}`;
}

export function rangeInWords(min: number, max: number): string {
  return max === Infinity ? `from ${min} up` : `from ${min} to ${max}`;
}

const description = text("1 to 1024 characters", (node, { name, at }, report) => {
  if (node.value.length >= 1 && node.value.length <= maxText) return;
  const message = `${name} has ${node.value.length} characters, allowed: 1 to 1024`;
  report.add(outOfRange, at, message, "write a shorter one, or remove it");
});
