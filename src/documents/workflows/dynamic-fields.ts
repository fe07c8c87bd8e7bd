import type { MapNode, YamlNode } from "../../problems/yaml-tree";
import { shown } from "../reading/describe";
import type { Examine } from "../reading/field-rule";
import { holdsReference, listOf, nodeOf, reportWrongType, text, textOf, wholeNumber } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, type Owner } from "../reading/fields";
import type { Report } from "../reading/report";
import { outOfRange } from "../rules/fields/out-of-range";
import { workflowPathSuffix } from "../rules/workflows/workflow-path-suffix";
import { isPath, pathsIn } from "./paths";

/** Checks fields that can also be given as `key.$: $.path`, with a value that is only known when the workflow runs. */
export function checkDynamicFields(map: MapNode, fields: Fields, owner: Owner, report: Report): void {
  const remaining: Record<string, Fields[string]> = { ...fields };
  const entries = map.entries.flatMap((entry) => {
    const { key, keyNode, value } = entry;
    const name = withoutSuffix(key);
    if (!Object.hasOwn(fields, name)) return entry;
    const isDynamic = name !== key;
    if (isDynamic && holdsPath(value)) return { ...entry, key: name, value: withoutPaths(value) };
    if (isDynamic && !isPath(value)) {
      const message = `"${key}" of ${owner.name} is ${shown(value)}, expected a path`;
      report.add(workflowPathSuffix, keyNode, message, `write "${name}", or a path that starts with "$."`);
    } else if (!isDynamic && isPath(value)) {
      const message = `"${key}" of ${owner.name} uses the path ${shown(value)} literally`;
      report.add(workflowPathSuffix, keyNode, message, `write "${key}.$"`);
    } else if (!isDynamic) {
      return entry;
    }
    remaining[name] = optional(fields[name]?.type ?? word); // The field is present, with an unknown value.
    return [];
  });
  checkFields({ ...map, entries }, remaining, owner, report);
}

/**
 * Checks for text with a path in it, such as `{"image": "{{ $.workflowOutputs.ImageId }}"}`, which may be below a key with and without
 * `.$`, and for a list of paths.
 */
function holdsPath(node: YamlNode): boolean {
  if (node.kind === "list") return node.items.length > 0 && node.items.every((item) => pathsIn(item).length > 0);
  return node.kind === "text" && pathsIn(node).length > 0 && !isPath(node);
}

/** Leaves out the items of a list whose value is only known when the workflow runs. */
function withoutPaths(node: YamlNode): YamlNode {
  return node.kind === "list" ? { ...node, items: node.items.filter((item) => !isPath(item)) } : node;
}

/** Removes the suffix of a dynamic key: `instanceId` for `instanceId.$`. */
export function withoutSuffix(key: string): string {
  return key.endsWith(".$") ? key.slice(0, -2) : key;
}

export const word: FieldType = text();
export const whole: FieldType = wholeNumber("a whole number");

/** Returns a type for text that Image Builder passes on. Unlike in most texts, references in it do not disable the checks. */
export function passedOn(expects: string, ...examine: readonly Examine[]): FieldType {
  return {
    expects,
    check: (value, report) => {
      const node = textOf(value, report, expects);
      if (node !== undefined) for (const each of examine) each(node, value, report);
    },
  };
}

/** Images for DistributeImage and the steps after it: usually a path, otherwise a list or JSON text. */
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

/**
 * Returns a type for a map with values of one type.
 *
 * @param maxEntries maximum number of entries; default: unlimited
 */
export function mapOf(item: FieldType, expects: string, maxEntries = Infinity): FieldType {
  return nodeOf("map", expects, ({ entries }, { name, at }, report) => {
    if (entries.length > maxEntries)
      report.add(outOfRange, at, `${name} has ${entries.length} entries, allowed: ${maxEntries}`, "remove some");
    for (const { key, value } of entries) checkEntry(value, `"${key}" in ${name}`, item, report);
  });
}

/** Returns a type for a value, or a list of such values where the API and the User Guide disagree on which it is. */
export function oneOrMore(item: FieldType): FieldType {
  const several = listOf(item, item.expects);
  return {
    expects: item.expects,
    check: (value, report) => {
      (value.node.kind === "list" ? several : item).check(value, report);
    },
  };
}

function checkEntry(node: YamlNode, name: string, type: FieldType, report: Report): void {
  if (!isPath(node)) type.check({ node, name, at: node }, report);
}
