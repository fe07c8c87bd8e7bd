import { entryOf, type YamlNode } from "../../problems/yaml-tree";
import { placeOf, quoted } from "../reading/describe";
import { by } from "../reading/field-rule";
import { listOf, reportWrongType, text } from "../reading/field-types";
import { checkFields, type Fields, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { parameterType } from "../rules/parameters/parameter-type";
import { undocumentedType } from "../rules/parameters/undocumented-type";
import { valueTooLong } from "../rules/parameters/value-too-long";
import { name } from "./names";
import type { Outline, Variable } from "./outline";

const value = text("text", by(valueTooLong));
const type = text('"string"', by(parameterType), by(undocumentedType));

/** Fields that the declaration of a parameter or constant can have. */
export const variableFields: Readonly<Record<Variable["kind"], Fields>> = {
  parameter: {
    type: required(type),
    default: optional(value),
    description: optional(value),
    allowedValues: optional(listOf(text(), "a list of strings")),
  },
  constant: { type: required(type), value: required(value), description: optional(value) },
};

export function readVariables({ root, variables }: Outline, report: Report): void {
  for (const kind of ["parameter", "constant"] as const) {
    const key = `${kind}s`;
    const entry = entryOf(root, key);
    if (entry === undefined || entry.value.kind === "null") continue;
    const at = placeOf(report.source.text, entry.keyNode, entry.value);
    if (entry.value.kind === "list") for (const item of entry.value.items) readItem(item, kind, report);
    else {
      const list = `a list of maps, "- Name:" and below it type`;
      reportWrongType({ node: entry.value, name: `"${key}" of the document`, at }, list, report);
    }
  }
  for (const variable of variables) readVariable(variable, report);
}

function readItem(node: YamlNode, kind: Variable["kind"], report: Report): void {
  if (node.kind !== "map")
    reportWrongType({ node, name: `a ${kind}`, at: node }, "a map with one key, its name", report);
}

function readVariable({ kind, name: key, keyNode, definition }: Variable, report: Report): void {
  if (definition === undefined) return;
  const owner = { name: `${kind} ${quoted(key)}`, at: keyNode };
  name.check({ node: keyNode, name: `the name of ${owner.name}`, at: keyNode }, report);
  if (definition.kind === "map") checkFields(definition, variableFields[kind], owner, report);
  else reportWrongType({ node: definition, name: owner.name, at: keyNode }, 'a map with "type"', report);
}
