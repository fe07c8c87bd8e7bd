import type { WorkflowParameter } from "../../documents/workflows/workflow-document";
import { removeOrRename } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { healthDocument, using } from "./example";

const given = (parameters: string, marker = "") =>
  using(`- workflow: ${marker}test/health`, `  parameters: { ${parameters} }`);

/** The same with parameters of other types. */
const typed = (parameters: string) => ({
  ...given(parameters),
  "workflows/test/health.yaml": healthDocument({ hasDefault: true })
    .replace(
      "steps:",
      "  - { name: Retries, type: integer, default: 1 }\n  - { name: Fast, type: boolean, default: true }\nsteps:",
    )
    .concat(
      "    if:\n      and:\n        - numberEquals: 3\n          value: $.parameters.Retries\n        - booleanEquals: true\n          value: $.parameters.Fast\n",
    ),
});

export const workflowParameter: ProjectRule = {
  code: "workflow-parameter",
  refusedBy: "AWS",
  summary: "A workflow gets an undeclared parameter, lacks one that has no default, or gets a value of the wrong type.",
  source: "API type WorkflowConfiguration: values for the parameters that the workflow document defines",
  fail: [
    given('Health: RUNNING, Retries: ▸"3"'),
    given("", "▸"),
    typed('Retries: ▸"1.5"'),
    typed("Fast: ▸yes"),
    typed("Retries: ▸3x"),
  ],
  pass: [
    given("Health: RUNNING"),
    typed('Retries: "-3"'),
    typed('Fast: "True"'),
    typed('Fast: "false", Retries: "10"'),
  ],
  // All missing parameters of one use are reported at the same place.
  severalAtOnePlace: true,
  eachWorkflow({ reference, path }, report, { project }) {
    if (reference.from !== "project") return;
    const { document: name } = reference;
    const document = project.workflows.get(name)?.checked.document;
    if (document?.kind !== "workflow") return;
    const declared = new Map(document.parameters.map((parameter) => [parameter.name, parameter]));
    for (const [key, value] of Object.entries(reference.parameters)) {
      const at = [...path, "parameters", key];
      const parameter = declared.get(key);
      if (parameter === undefined)
        report(at, `"${name}" declares no parameter "${key}"`, removeOrRename(key, [...declared.keys()]));
      else if (!isOfType(parameter, value)) {
        const message = `"${key}" is "${value}", expected a value of type ${parameter.type}`;
        report(at, message, `write ${examples[parameter.type] ?? "another value"}`);
      }
    }
    for (const parameter of document.parameters) {
      if (parameter.hasDefault || Object.hasOwn(reference.parameters, parameter.name)) continue;
      const message = `"${name}" needs the parameter "${parameter.name}"`;
      report([...path, "workflow"], message, `add parameters: { ${parameter.name}: … }`);
    }
  },
};

const examples: Readonly<Record<string, string>> = {
  integer: 'a whole number, e.g. "3"',
  boolean: '"true" or "false"',
};

function isOfType({ type }: WorkflowParameter, value: string): boolean {
  if (type === "integer") return /^-?\d+$/.test(value);
  return type !== "boolean" || /^(true|false)$/i.test(value);
}
