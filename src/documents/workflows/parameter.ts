import { missingKey } from "../../problems/rules/missing-key";
import { wrongType } from "../../problems/rules/wrong-type";
import { type MapNode, valueOf, type YamlNode } from "../../problems/yaml-tree";
import { shown } from "../reading/describe";
import { anything, oneOf, reportWrongType, text, wholeNumberOf } from "../reading/field-types";
import { checkFields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";

const types = ["string", "integer", "boolean", "stringList"];

/** Fields that the declaration of a parameter can have. */
export const parameterFields = {
  name: required(text()),
  type: optional(oneOf(types)),
  default: optional(anything),
  description: optional(text()),
};

/** An item of a workflow's `parameters`. */
export const parameter: FieldType = {
  expects: 'a map with "name" and "type"',
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind !== "map") {
      reportWrongType(value, parameter.expects, report);
      return;
    }
    const [first] = node.entries;
    if (first !== undefined && isNamedByKey(node)) {
      const message = `${name} has no "name": "${first.key}" is declared as in a component document`;
      report.add(missingKey, first.keyNode, message, `write "- name: ${first.key}", and "type" below it`);
      return;
    }
    checkFields(node, parameterFields, { name, at }, report);
    checkDefault(node, name, report);
  },
};

/** Checks whether a parameter is declared as in a component document: `- Version:` with `type: string` below it. */
export function isNamedByKey({ entries: [first, second] }: MapNode): boolean {
  return first?.value.kind === "map" && second === undefined;
}

function checkDefault(node: MapNode, name: string, report: Report): void {
  const type = valueOf(node, "type");
  const value = valueOf(node, "default");
  if (value === undefined || type?.kind !== "text" || isOfType(value, type.value)) return;
  const message = `"default" of ${name} is ${shown(value)}, expected ${type.value === "integer" ? "an" : "a"} ${type.value}`;
  report.add(wrongType, value, message, 'change it, or "type"');
}

function isOfType(value: YamlNode, type: string): boolean {
  if (value.kind === "null" || !types.includes(type)) return true;
  if (type === "stringList") return value.kind === "list";
  if (value.kind === "list" || value.kind === "map") return false;
  if (type === "integer") return wholeNumberOf(value) !== undefined;
  return type !== "boolean" || value.kind === "boolean" || /^(true|false)$/i.test(String(value.value));
}
