import type { MapNode, YamlNode } from "../../problems/yaml-tree";
import { shown } from "../reading/describe";
import type { Examine } from "../reading/field-rule";
import { holdsReference, nodeOf, reportWrongType, text, textOf, wholeNumber } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, type Owner } from "../reading/fields";
import type { Report } from "../reading/report";
import { outOfRange } from "../rules/fields/out-of-range";
import { workflowPathSuffix } from "../rules/workflows/workflow-path-suffix";
import { isPath } from "./paths";

/** Checks fields of which each may be given as `key.$: $.path`, with a value that only the run of the workflow knows. */
export function checkDynamicFields(map: MapNode, fields: Fields, owner: Owner, report: Report): void {
  const remaining: Record<string, Fields[string]> = { ...fields };
  const entries = map.entries.filter(({ key, keyNode, value }) => {
    const name = withoutSuffix(key);
    if (!Object.hasOwn(fields, name)) return true;
    const isDynamic = name !== key;
    if (isDynamic && !isPath(value)) {
      const message = `"${key}" of ${owner.name} is ${shown(value)}, expected a path`;
      report.add(workflowPathSuffix, keyNode, message, `write "${name}", or a path that starts with "$."`);
    } else if (!isDynamic && isPath(value)) {
      const message = `"${key}" of ${owner.name} uses the path ${shown(value)} literally`;
      report.add(workflowPathSuffix, keyNode, message, `write "${key}.$"`);
    } else if (!isDynamic) {
      return true;
    }
    remaining[name] = optional(fields[name]?.type ?? word); // It is there, whatever it will be.
    return false;
  });
  checkFields({ ...map, entries }, remaining, owner, report);
}

/** `instanceId` for `instanceId.$`. */
export function withoutSuffix(key: string): string {
  return key.endsWith(".$") ? key.slice(0, -2) : key;
}

export const word: FieldType = text();
export const whole: FieldType = wholeNumber("a whole number");

/** JSON that Image Builder hands on. References may stand in it, unlike in most texts, without its being anything. */
export function jsonText(...examine: readonly Examine[]): FieldType {
  const expects = "JSON text";
  return {
    expects,
    check: (value, report) => {
      const node = textOf(value, report, expects);
      if (node !== undefined) for (const each of examine) each(node, value, report);
    },
  };
}

/** What DistributeImage hands on: by path, as a rule; written out it is a list, or JSON. */
export const images: FieldType = {
  expects: 'a list of images, or ".$" at the key and the path of one',
  check: (value, report) => {
    const { node } = value;
    const isJson = node.kind === "text" && (holdsReference(node.value) || /^\s*\[/.test(node.value));
    if (node.kind !== "list" && !isJson) reportWrongType(value, images.expects, report);
  },
};

export function fieldsOf(fields: Fields): FieldType {
  return nodeOf("map", `a map with ${Object.keys(fields).join(", ")}`, (node, owner, report) => {
    checkDynamicFields(node, fields, owner, report);
  });
}

/** @param maxEntries unlimited where it is not given */
export function mapOf(item: FieldType, expects: string, maxEntries = Infinity): FieldType {
  return nodeOf("map", expects, ({ entries }, { name, at }, report) => {
    if (entries.length > maxEntries)
      report.add(outOfRange, at, `${name} has ${entries.length} entries, allowed: ${maxEntries}`, "remove some");
    for (const { key, value } of entries) checkEntry(value, `"${key}" in ${name}`, item, report);
  });
}

function checkEntry(node: YamlNode, name: string, type: FieldType, report: Report): void {
  if (!isPath(node)) type.check({ node, name, at: node }, report);
}
