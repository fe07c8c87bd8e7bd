import type { Rule } from "../../problems/rule";
import { type ListNode, type MapNode, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { checkDirectives } from "../directives/check-directives";
import { quoted, shown } from "../reading/describe";
import { fieldType, invalidChoice, listOf, text } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { checkReference, type FinishedStep } from "./check-references";
import { neededPermissions } from "./needed-permissions";
import { parameter } from "./parameter";
import { partsOf, pathsIn } from "./paths";
import { output } from "./output";
import { actionOf, step } from "./step";
import { checkStages } from "./stages";
import type { WorkflowType } from "./workflow-action";
import type { WorkflowDocument } from "./workflow-document";
import { brokenWorkflow, documentPage, quotasPage, workflowExample } from "./workflow-example";

export const workflowDuplicateName: Rule = {
  code: "workflow-duplicate-name",
  severity: "error",
  summary: "Two steps, parameters or outputs of a workflow have the same name.",
  source: documentPage,
  ...workflowExample("name: RunTests", "name: ▸Launch"),
};

export const workflowLimit: Rule = {
  code: "workflow-limit",
  severity: "error",
  summary: "A workflow has more steps, parameters or outputs than Image Builder takes.",
  source: quotasPage,
  ...brokenWorkflow(
    `schemaVersion: 1.0\nsteps:\n${Array.from(
      { length: 16 },
      (_, index) => `  - ${index === 15 ? "▸" : ""}name: Wait${index}\n    action: WaitForAction\n`,
    ).join("")}`,
  ),
};

export const workflowUnusedParameter: Rule = {
  code: "workflow-unused-parameter",
  severity: "warning",
  summary: "Nothing in the workflow uses a parameter that it declares.",
  source: documentPage,
  ...workflowExample("parameters:\n", "parameters:\n  - name: ▸Unused\n    type: string\n"),
};

export const workflowNoSteps: Rule = {
  code: "workflow-no-steps",
  severity: "warning",
  summary: "A workflow has no steps, so it does nothing.",
  source: documentPage,
  ...brokenWorkflow("schemaVersion: 1.0\nsteps: ▸[]\n"),
};

const schemaVersion: FieldType = {
  expects: "1.0",
  check: ({ node, name, at }, report) => {
    if (/^1(\.0)?$/.test(scalarText(node) ?? "")) return;
    report.add(invalidChoice, at, `${name} is ${shown(node)}, allowed: 1.0`, "write 1.0");
  },
};

const listOfSteps = listOf(step, "a list of steps");
const stepList: FieldType = {
  ...listOfSteps,
  check: (value, report) => {
    const { node, name, at } = value;
    listOfSteps.check(value, report);
    if (node.kind === "list" && node.items.length === 0)
      report.add(workflowNoSteps, at, `${name} is empty`, "add a step, or remove the workflow");
  },
};

/** What a workflow document may hold. */
export const workflowFields: Fields = {
  name: optional(text()),
  description: optional(text()),
  schemaVersion: required(schemaVersion),
  parameters: optional(listOf(parameter, "a list of parameters")),
  steps: required(stepList),
  outputs: optional(listOf(output, "a list of outputs")),
};

const limits = { steps: 15, parameters: 25, outputs: 25 };

/**
 * Checks a well-formed workflow document.
 *
 * @param type of the workflow; where it is not known, an action of any type may stand in it
 * @returns undefined where the document is no map
 */
export function checkWorkflow(root: YamlNode, report: Report, type?: WorkflowType): WorkflowDocument | undefined {
  if (root.kind !== "map") {
    report.add(
      fieldType,
      root,
      `the document is ${shown(root)}, expected a workflow`,
      'write "schemaVersion" and "steps"',
    );
    return undefined;
  }
  const { line } = checkDirectives(["version"], report);
  checkFields(root, workflowFields, { name: "the workflow", at: root }, report);
  for (const key of ["steps", "parameters", "outputs"] as const) checkList(key, valueOf(root, key), report);

  const parameters = named(valueOf(root, "parameters"));
  const steps = named(valueOf(root, "steps")).map(({ name, node }) => ({ name, node, ...stepOf(node) }));
  checkUse(root, parameters, report);
  checkStages(steps, type, report);
  checkPaths(
    root,
    parameters.map(({ name }) => name),
    steps,
    report,
  );
  return {
    kind: "workflow",
    name: scalarText(valueOf(root, "name")),
    description: scalarText(valueOf(root, "description")),
    parameters: parameters.map(({ name, node }) => ({
      name,
      type: scalarText(valueOf(node, "type")) ?? "string",
      hasDefault: valueOf(node, "default") !== undefined,
    })),
    steps: steps.map(({ name, action }) => ({ name, action })),
    needs: neededPermissions(root, report),
    line,
    text: report.source.text,
  };
}

function stepOf(node: MapNode): Omit<FinishedStep, "name"> {
  return { action: scalarText(valueOf(node, "action")) ?? "", outputs: actionOf(node)?.outputs };
}

/** The maps in a list that have a name. */
function named(list: YamlNode | undefined): { readonly name: string; readonly node: MapNode }[] {
  const items = list?.kind === "list" ? list.items : [];
  return items.flatMap((node) => {
    const name = scalarText(valueOf(node, "name"));
    return node.kind === "map" && name !== undefined ? [{ name, node }] : [];
  });
}

function checkList(key: keyof typeof limits, list: YamlNode | undefined, report: Report): void {
  if (list?.kind !== "list") return;
  checkCount(key, list, report);
  const seen = new Set<string>();
  for (const { name, node } of named(list)) {
    if (seen.has(name))
      report.add(
        workflowDuplicateName,
        valueOf(node, "name") ?? node,
        `${quoted(name)} is in "${key}" twice`,
        "rename one of the two",
      );
    seen.add(name);
  }
}

function checkCount(key: keyof typeof limits, { items }: ListNode, report: Report): void {
  const excess = items[limits[key]];
  if (excess === undefined) return;
  report.add(
    workflowLimit,
    excess,
    `the workflow has ${items.length} ${key}, allowed: ${limits[key]}`,
    "split the workflow",
  );
}

function checkUse(root: MapNode, parameters: readonly { name: string; node: MapNode }[], report: Report): void {
  const used = new Set(pathsIn(root).map(({ path }) => partsOf(path).slice(0, 2).join(".")));
  for (const { name, node } of parameters) {
    if (used.has(`parameters.${name}`)) continue;
    const at = valueOf(node, "name") ?? node;
    report.add(workflowUnusedParameter, at, `nothing uses the parameter ${quoted(name)}`, "use it, or remove it");
  }
}

/** A step reaches the steps before it, an output all of them. */
function checkPaths(
  root: MapNode,
  parameters: readonly string[],
  steps: readonly (FinishedStep & { readonly node: MapNode })[],
  report: Report,
): void {
  const allSteps = steps.map(({ name }) => name);
  steps.forEach(({ node }, index) => {
    const reachable = { parameters, steps: steps.slice(0, index), allSteps };
    for (const use of pathsIn(node)) checkReference(use, reachable, report);
  });
  for (const use of pathsIn(valueOf(root, "outputs"))) checkReference(use, { parameters, steps, allSteps }, report);
}

function scalarText(node: YamlNode | undefined): string | undefined {
  if (node?.kind === "text") return node.value;
  return node?.kind === "number" || node?.kind === "boolean" ? node.raw : undefined;
}
