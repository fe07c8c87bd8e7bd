import type { WorkflowDocument, WorkflowParameter } from "../../documents/workflows/workflow-document";
import { documentOf } from "../../model/component-reference";
import type { WorkflowReference } from "../../model/workflow-reference";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { removeOrRename } from "../../problems/suggest";
import type { YamlPath } from "../../problems/yaml-source";
import { problemAt } from "../problem-at";
import type { Recipe } from "../context/recipes";
import { using } from "./example";

export const workflowParameter: Rule = {
  code: "workflow-parameter",
  severity: "error",
  summary: "A workflow gets an undeclared parameter, lacks one that has no default, or gets a value of the wrong type.",
  source: "API type WorkflowConfiguration: values for the parameters that the workflow document defines",
  fail: [using("- workflow: test/health", "  parameters: { Health: RUNNING, Retries: ▸3x }".replace("▸3x", '▸"3"'))],
  pass: [using("- workflow: test/health", "  parameters: { Health: RUNNING }")],
};

/** Checks the values that a definition gives to a workflow against what its document declares. */
export function checkParameters(
  { source }: Recipe,
  reference: WorkflowReference,
  index: number,
  at: YamlPath,
  document: WorkflowDocument,
): Problem[] {
  const name = documentOf(reference) ?? "";
  const given = reference.parameters;
  const declared = new Map(document.parameters.map((parameter) => [parameter.name, parameter]));
  const ofGiven = Object.entries(given).flatMap(([key, value]) => {
    const path = ["workflows", index, "parameters", key];
    const parameter = declared.get(key);
    if (parameter === undefined) {
      const fix = removeOrRename(key, [...declared.keys()]);
      return [problemAt(workflowParameter, source, path, `"${name}" declares no parameter "${key}"`, fix)];
    }
    if (isOfType(parameter, value)) return [];
    const message = `"${key}" is "${value}", expected a value of type ${parameter.type}`;
    return [
      problemAt(workflowParameter, source, path, message, `write ${examples[parameter.type] ?? "another value"}`),
    ];
  });
  const missing = document.parameters.filter(
    (parameter) => !parameter.hasDefault && !Object.hasOwn(given, parameter.name),
  );
  return [
    ...ofGiven,
    ...missing.map((parameter) =>
      problemAt(
        workflowParameter,
        source,
        at,
        `"${name}" needs the parameter "${parameter.name}"`,
        `add parameters: { ${parameter.name}: … }`,
      ),
    ),
  ];
}

const examples: Readonly<Record<string, string>> = {
  integer: 'a whole number, e.g. "3"',
  boolean: '"true" or "false"',
};

function isOfType({ type }: WorkflowParameter, value: string): boolean {
  if (type === "integer") return /^-?\d+$/.test(value);
  return type !== "boolean" || /^(true|false)$/i.test(value);
}
