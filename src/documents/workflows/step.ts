import { maxText } from "../../aws/limits";
import type { Rule } from "../../problems/rule";
import { valueOf, type YamlNode } from "../../problems/yaml-tree";
import { writeOneOf } from "../../problems/suggest";
import { quoted, shown } from "../reading/describe";
import {
  anything,
  flag,
  oneOf,
  outOfRange,
  reportWrongType,
  text,
  wholeNumber,
  wholeNumberOf,
} from "../reading/field-types";
import { type Fields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { workflowActions } from "./workflow-actions";
import { condition } from "./condition";
import { checkDynamicFields, fieldsOf } from "./dynamic-fields";
import type { WorkflowAction } from "./workflow-action";
import { actionsPage, documentPage, workflowExample } from "./workflow-example";

export const workflowAction: Rule = {
  code: "workflow-action",
  severity: "error",
  summary: "A step uses an action that workflows do not have.",
  source: actionsPage,
  ...workflowExample("action: ExecuteComponents", "action: ▸ExecuteComponent"),
};

export const workflowStepName: Rule = {
  code: "workflow-step-name",
  severity: "error",
  summary: "The name of a step contains characters that a path cannot contain.",
  source: documentPage,
  ...workflowExample("name: RunTests", "name: ▸Run Tests"),
};

export const workflowTimeout: Rule = {
  code: "workflow-timeout",
  severity: "error",
  summary: "The timeout of a step is longer than its action allows, or its wait is as long as its timeout.",
  source: actionsPage,
  ...workflowExample("timeoutSeconds: 3600", "timeoutSeconds: ▸90000"),
};

/** An item of a workflow's `steps`. */
export const step: FieldType = {
  expects: 'a map with "name" and "action"',
  check: (value, report) => {
    const { node, at } = value;
    if (node.kind !== "map") {
      reportWrongType(value, step.expects, report);
      return;
    }
    const name = valueOf(node, "name");
    const owner = { name: name?.kind === "text" ? `step ${quoted(name.value)}` : value.name, at };
    const action = actionOf(node);
    checkDynamicFields(node, fieldsOfStep(action), owner, report);
    checkWait(node, action, report);
  },
};

/** The action of a step; undefined where it names none that is known. */
export function actionOf(node: YamlNode): WorkflowAction | undefined {
  const name = valueOf(node, "action");
  return name?.kind === "text" ? workflowActions.get(name.value) : undefined;
}

/** What a step may hold; its inputs and its timeout are up to its action. */
export function fieldsOfStep(action: WorkflowAction | undefined): Fields {
  const needsInputs = Object.values(action?.inputs ?? {}).some((field) => field.required);
  const inputs = action === undefined ? anything : fieldsOf(action.inputs);
  return {
    name: required(stepName),
    action: required(actionName),
    description: optional(description),
    inputs: needsInputs ? required(inputs) : optional(inputs),
    onFailure: optional(oneOf(["Abort", "Continue"])),
    rollbackEnabled: optional(flag),
    timeoutSeconds: optional(seconds(1, action?.maxTimeout ?? Infinity)),
    waitSeconds: optional(seconds(0, Infinity)),
    if: optional(condition),
    retry: optional(anything),
  };
}

const stepName = text("a name", (node, { name }, report) => {
  if (/^[A-Za-z0-9_]{3,128}$/.test(node.value)) return;
  const message = `${name} is ${shown(node)}, allowed: 3 to 128 letters, digits and underscores`;
  report.add(
    workflowStepName,
    node,
    message,
    `write "${node.value
      .replace(/[^A-Za-z0-9_]+/g, "_")
      .slice(0, 128)
      .padEnd(3, "_")}"`,
  );
});

const actionName = text("an action", (node, _, report) => {
  if (workflowActions.has(node.value)) return;
  const fix = writeOneOf(node.value.slice(0, 100), [...workflowActions.keys()]);
  report.add(workflowAction, node, `${shown(node)} is not a workflow action`, fix);
});

const description = text("1 to 1024 characters", (node, { name, at }, report) => {
  if (node.value.length >= 1 && node.value.length <= maxText) return;
  const message = `${name} has ${node.value.length} characters, allowed: 1 to 1024`;
  report.add(outOfRange, at, message, "write a shorter one, or remove it");
});

function seconds(min: number, max: number): FieldType {
  const allowed = max === Infinity ? `from ${min} up` : `from ${min} to ${max}`;
  return wholeNumber(`a whole number ${allowed}`, (number, { name, at }, report) => {
    if (number < min || number > max)
      report.add(workflowTimeout, at, `${name} is ${number}, allowed: ${allowed}`, `write a number ${allowed}`);
  });
}

/** A step that waits for as long as it may take would never start. */
function checkWait(node: YamlNode, action: WorkflowAction | undefined, report: Report): void {
  const wait = valueOf(node, "waitSeconds");
  const waitSeconds = wait === undefined ? undefined : wholeNumberOf(wait);
  const timeout = valueOf(node, "timeoutSeconds");
  const timeoutSeconds = timeout === undefined ? action?.defaultTimeout : wholeNumberOf(timeout);
  if (wait === undefined || waitSeconds === undefined || timeoutSeconds === undefined || waitSeconds < timeoutSeconds)
    return;
  const message = `"waitSeconds" is ${waitSeconds}, and the step may take ${timeoutSeconds} in all`;
  report.add(workflowTimeout, wait, message, `write less than ${timeoutSeconds}, or a longer "timeoutSeconds"`);
}
