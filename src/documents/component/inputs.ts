import type { Rule } from "../../problems/rule";
import { entryOf, type MapEntry, type MapNode, type YamlNode } from "../../problems/yaml-tree";
import type { Action } from "../actions/action";
import type { Platform } from "../component-document";
import { buildSteps, windowsBuildSteps } from "../examples";
import { placeOf } from "../reading/describe";
import { reportWrongType } from "../reading/field-types";
import { checkFields, type Owner } from "../reading/fields";
import type { Report } from "../reading/report";
import { checkCondition } from "./condition";
import type { Step } from "./outline";

const missingInputs: Rule = {
  code: "missing-inputs",
  severity: "error",
  summary: "A step has no inputs, but its action needs some.",
  source: "service message \"Parsing step … failed. Error: Action S3Download has no inputs; it requires an 'inputs'\"",
  fail: [buildSteps("- name: Clean\n  ▸action: DeleteFile\n")],
  pass: [buildSteps("- name: Clean\n  action: DeleteFile\n  inputs:\n    - path: /tmp/tool.rpm\n")],
};

const notOnWindows: Rule = {
  code: "not-on-windows",
  severity: "error",
  summary: "A step for Windows sets an owner, a group or permissions, which its action does not support on Windows.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-createfile",
  fail: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n- name: Make\n  action: CreateFolder\n  inputs:\n    - path: C:\\tools\n      ▸owner: Administrator\n",
    ),
  ],
  pass: [
    windowsBuildSteps(
      "- name: Greet\n  action: ExecutePowerShell\n  inputs:\n    commands:\n      - Write-Host hello\n- name: Make\n  action: CreateFolder\n  inputs:\n    - path: C:\\tools\n",
    ),
  ],
};

export const inputRules = [missingInputs, notOnWindows];

/** Checks the inputs of a step against what its action declares. */
export function checkInputs(step: Step, platforms: readonly Platform[], report: Report): void {
  const { action, map } = step;
  if (action === undefined) return;
  const entry = entryOf(map, "inputs");
  if (entry === undefined || entry.value.kind === "null" || isEmptyList(entry.value)) {
    if (action.inputs === "optional map") return;
    const at = entry?.keyNode ?? entryOf(map, "action")?.keyNode ?? step.at;
    report.add(
      missingInputs,
      at,
      `${step.name} has no inputs, though ${action.name} needs some`,
      `add "inputs" with ${needsOf(action)}`,
    );
    return;
  }
  checkShape(action, entry, step.name, platforms, report);
}

function checkShape(
  action: Action,
  { keyNode, value }: MapEntry,
  step: string,
  platforms: readonly Platform[],
  report: Report,
): void {
  const at = placeOf(report.source.text, keyNode, value);
  const owner = { name: `the inputs of ${step}`, at: keyNode };
  switch (action.inputs) {
    case "condition":
      checkCondition(value, { ...owner, at }, false, report);
      return;
    case "map":
    case "optional map":
      if (value.kind === "map") checkInput(action, value, owner, platforms, report);
      else reportWrongType({ node: value, ...owner, at }, `a map, as ${action.name} takes`, report);
      return;
    case "list":
      if (value.kind !== "list") {
        reportWrongType({ node: value, ...owner, at }, `a list of maps, as ${action.name} takes`, report);
        return;
      }
      value.items.forEach((node, index) => {
        const item = { name: `input ${index + 1} of ${step}`, at: node };
        if (node.kind === "map") checkInput(action, node, item, platforms, report);
        else reportWrongType({ node, ...item }, "a map", report);
      });
  }
}

function checkInput(action: Action, map: MapNode, owner: Owner, platforms: readonly Platform[], report: Report): void {
  checkFields(map, action.fields, owner, report);
  action.check?.({ map, name: owner.name, platforms }, report);
  if (platforms.join() !== "Windows") return;
  for (const key of action.notOnWindows ?? []) {
    const entry = entryOf(map, key);
    if (entry === undefined) continue;
    report.add(
      notOnWindows,
      entry.keyNode,
      `${owner.name} sets "${key}", which ${action.name} refuses on Windows`,
      "remove it",
    );
  }
}

function isEmptyList(node: YamlNode): boolean {
  return node.kind === "list" && node.items.length === 0;
}

function needsOf(action: Action): string {
  if (action.inputs === "condition") return "one comparison";
  const needed = Object.keys(action.fields).filter((key) => action.fields[key]?.required);
  return (needed.length > 0 ? needed : Object.keys(action.fields)).map((key) => `"${key}"`).join(", ");
}
