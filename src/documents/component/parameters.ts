import { maxParameterValue } from "../../aws/limits";
import { maxComponentParameters } from "../../aws/quotas";
import type { Rule } from "../../problems/rule";
import { entryOf, plainText, type YamlNode } from "../../problems/yaml-tree";
import { buildSteps, componentExample } from "../examples";
import { placeOf, quoted, shown } from "../reading/describe";
import { listOf, reportWrongType, text } from "../reading/field-types";
import { checkFields, type FieldType, type Fields, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { checkUnique, name } from "./names";
import { isNameAndType, type Outline, type Variable } from "./outline";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";
const steps =
  buildSteps(
    '- name: Install\n  action: ExecuteBash\n  inputs:\n    commands:\n      - dnf install --assumeyes "{{ Package }}"\n',
  )["components/linux/example.yaml"] ?? "";
const withParameter = (parameter: string) => componentExample(`parameters:\n${parameter}${steps}`);
const good = withParameter("  - Package:\n      type: string\n      default: jq\n");

const parameterShape: Rule = {
  code: "parameter-shape",
  severity: "error",
  summary:
    "Parameters and constants are lists of maps with one key, the name. `- name: …` is the form of workflow documents.",
  source: page,
  fail: [componentExample(`parameters:\n  - ▸name: Package\n    type: string\n    default: jq\n${steps}`)],
  pass: [good],
};

const parameterType: Rule = {
  code: "parameter-type",
  severity: "error",
  summary: "The type of a parameter or constant does not exist.",
  source: `${page}; API field ComponentParameterDetail.type`,
  fail: [withParameter("  - Package:\n      type: ▸text\n      default: jq\n")],
  pass: [good],
};

const undocumentedType: Rule = {
  code: "undocumented-type",
  severity: "warning",
  summary:
    "The type of a parameter or constant is in the API but not in the documentation. Only string is known to work.",
  source: `${page}; API field ComponentParameterDetail.type`,
  fail: [withParameter("  - Package:\n      type: ▸stringList\n      default: jq\n")],
  pass: [good],
};

const defaultNotAllowed: Rule = {
  code: "default-not-allowed",
  severity: "warning",
  summary: "The default of a parameter is not one of its allowed values.",
  source: "published components of AWS that use allowedValues",
  fail: [withParameter("  - Package:\n      type: string\n      default: ▸jq\n      allowedValues: [git, curl]\n")],
  pass: [withParameter("  - Package:\n      type: string\n      default: jq\n      allowedValues: [git, jq]\n")],
};

const valueTooLong: Rule = {
  code: "value-too-long",
  severity: "error",
  summary: "The value or description of a parameter or constant is longer than 1,024 characters.",
  source:
    "quota of Image Builder: length of a component parameter's value; API field ComponentParameterDetail.description",
  fail: [withParameter(`  - Package:\n      type: string\n      default: ▸${"x".repeat(1025)}\n`)],
  pass: [good],
};

const tooManyParameters: Rule = {
  code: "too-many-parameters",
  severity: "error",
  summary: "A component has more than 25 parameters.",
  source: "quota of Image Builder: parameters per component",
  fail: [
    componentExample(`${parametersUpTo(25)}  - ▸Package26:\n      type: string\n      default: jq\n${stepsUsing(26)}`),
  ],
  pass: [componentExample(`${parametersUpTo(25)}${stepsUsing(25)}`)],
};

export const parameterRules = [
  parameterShape,
  parameterType,
  undocumentedType,
  defaultNotAllowed,
  valueTooLong,
  tooManyParameters,
];

function parametersUpTo(count: number): string {
  const parameters = Array.from(
    { length: count },
    (_, i) => `  - Package${i + 1}:\n      type: string\n      default: jq\n`,
  );
  return `parameters:\n${parameters.join("")}`;
}

function stepsUsing(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `'{{ Package${i + 1} }}'`);
  return steps.replace('"{{ Package }}"', names.join(" "));
}

const value: FieldType = text("text", ({ value: got }, { name: what, at }, report) => {
  if (got.length <= maxParameterValue) return;
  report.add(
    valueTooLong,
    at,
    `${what} has ${got.length} characters, allowed: up to ${maxParameterValue}`,
    "shorten it",
  );
});

const type: FieldType = text('"string"', ({ value: got }, { name: what, at }, report) => {
  if (got === "string") return;
  const rule = /^(string|integer|boolean|stringList)$/i.test(got) ? undocumentedType : parameterType;
  report.add(rule, at, `${what} is ${quoted(got)}, documented: "string"`, 'write "string"');
});

/** What the declaration of a parameter or constant may hold. */
export const variableFields: Readonly<Record<Variable["kind"], Fields>> = {
  parameter: {
    type: required(type),
    default: optional(value),
    description: optional(value),
    allowedValues: optional(listOf(text(), "a list of strings")),
  },
  constant: { type: required(type), value: required(value), description: optional(value) },
};

export function checkParameters({ root, variables }: Outline, report: Report): void {
  for (const kind of ["parameter", "constant"] as const) {
    const key = `${kind}s`;
    const entry = entryOf(root, key);
    if (entry === undefined || entry.value.kind === "null") continue;
    if (entry.value.kind === "list") {
      for (const item of entry.value.items) checkShape(item, kind, report);
    } else {
      const at = placeOf(report.source.text, entry.keyNode, entry.value);
      reportWrongType(
        { node: entry.value, name: `"${key}" of the document`, at },
        `a list of maps, "- Name:" and below it type`,
        report,
      );
    }
  }
  for (const variable of variables) checkVariable(variable, report);
  checkUnique(
    variables.map((variable) => ({ name: variable.name, at: variable.keyNode })),
    "parameter or constant",
    report,
  );
  const excess = variables.filter(({ kind }) => kind === "parameter")[maxComponentParameters];
  if (excess === undefined) return;
  report.add(
    tooManyParameters,
    excess.keyNode,
    `more than ${maxComponentParameters} parameters`,
    "make constants of some, or split the component",
  );
}

function checkShape(item: YamlNode, kind: Variable["kind"], report: Report): void {
  if (item.kind !== "map") {
    reportWrongType({ node: item, name: `a ${kind}`, at: item }, "a map with one key, its name", report);
    return;
  }
  const [first, second] = item.entries;
  if (isNameAndType(item)) {
    const message = `a ${kind} is declared by "name", as in a workflow document`;
    const named = entryOf(item, "name")?.value;
    const fix = `write "- ${named?.kind === "text" ? named.value.slice(0, 100) : "Name"}:" and indent the rest below it`;
    report.add(parameterShape, first?.keyNode ?? item, message, fix);
  } else if (second !== undefined) {
    report.add(
      parameterShape,
      second.keyNode,
      `a second name, ${quoted(second.key)}, in one item`,
      `start a new item: "- ${second.key.slice(0, 100)}:"`,
    );
  }
}

function checkVariable({ kind, name: key, keyNode, definition }: Variable, report: Report): void {
  if (definition === undefined) return;
  const owner = { name: `${kind} ${quoted(key)}`, at: keyNode };
  name.check({ node: keyNode, name: `the name of ${owner.name}`, at: keyNode }, report);
  if (definition.kind !== "map") {
    reportWrongType({ node: definition, name: owner.name, at: keyNode }, 'a map with "type"', report);
    return;
  }
  checkFields(definition, variableFields[kind], owner, report);
  const allowed = entryOf(definition, "allowedValues")?.value;
  const chosen = entryOf(definition, "default")?.value;
  if (allowed?.kind !== "list" || allowed.items.length === 0 || chosen === undefined) return;
  if (allowed.items.some((item) => plainText(item) === plainText(chosen))) return;
  report.add(
    defaultNotAllowed,
    chosen,
    `"default" of ${owner.name} is ${shown(chosen)}, which is not in its "allowedValues"`,
    "add it to the allowed values, or choose one of them",
  );
}
