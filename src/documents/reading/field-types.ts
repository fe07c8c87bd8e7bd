import { wrongType } from "../../problems/rules/wrong-type";
import { listOf as listed } from "../../problems/suggest";
import { plainText, type TextNode, type YamlNode } from "../../problems/yaml-tree";
import { invalidChoice } from "../rules/fields/invalid-choice";
import { looseType } from "../rules/fields/loose-type";
import { unquotedColon } from "../rules/fields/unquoted-colon";
import { unquotedReference } from "../rules/fields/unquoted-reference";
import { shown } from "./describe";
import { by, type Examine } from "./field-rule";
import { checkFields, type Fields, type FieldType, type FieldValue } from "./fields";
import type { Report } from "./report";

/** Checks whether a text contains a reference, so that its value is unknown until the document runs. */
export function holdsReference(value: string): boolean {
  return value.includes("{{");
}

/** Reports a value of the wrong type. The message names the most likely mistake. */
export function reportWrongType({ node, name, at }: FieldValue, expects: string, report: Report): void {
  const opening = report.source.text.slice(node.start, node.start + 2);
  if (node.kind === "map" && node.flow && opening === "{{") {
    report.add(unquotedReference, at, `${name} is a map, for "{{" is not in quotes`, "put the whole value in quotes");
  } else {
    report.add(
      wrongType,
      at,
      `${name} is ${shown(node)}, expected ${expects}`,
      `write ${expects}${dashHint(node, expects)}`,
    );
  }
}

/** Returns a hint about the dashes that distinguish a list from a map; empty if it does not apply. */
function dashHint(node: YamlNode, expects: string): string {
  if (node.kind === "map" && !node.flow && /^a list\b/.test(expects)) return '; each item begins with "- "';
  return node.kind === "list" && /^a map\b/.test(expects) ? '; without "- " before it' : "";
}

/** Returns the node if it is text. Reports a problem for every other type. */
export function textOf(value: FieldValue, report: Report, expects = "text"): TextNode | undefined {
  const { node, name, at } = value;
  if (node.kind === "text") return node;
  if (node.kind === "number" || node.kind === "boolean" || node.kind === "null") {
    const what = node.kind === "null" ? "empty" : `the ${node.kind} ${node.raw}`;
    const fix = /^~?$/.test(node.raw) ? "write it, or remove it" : "put it in quotes";
    report.add(looseType, at, `${name} is ${what}, expected ${expects}`, fix);
  } else if (isColonTrap(node)) {
    report.add(
      unquotedColon,
      at,
      `${name} is a map, because it contains ": "`,
      "put it in quotes, or write it as a | block",
    );
  } else {
    reportWrongType(value, expects, report);
  }
  return undefined;
}

/** Checks for unquoted text with a colon, such as `echo a: b`, that YAML reads as a map. */
function isColonTrap(node: YamlNode): boolean {
  return node.kind === "map" && !node.flow && node.entries.length === 1 && node.entries[0]?.value.kind !== "map";
}

/**
 * Returns a type for text.
 *
 * @param examine checks that are applied separately to text without references
 */
export function text(expects = "text", ...examine: readonly Examine[]): FieldType {
  return {
    expects,
    check: (value, report) => {
      const node = textOf(value, report, expects);
      if (node === undefined || holdsReference(node.value)) return;
      for (const each of examine) each(node, value, report);
    },
  };
}

/**
 * Returns a type for text that may be digits, such as an account. AWS's own documents write it as a number, which is fine unless YAML may change it:
 * `0755` is 493 in YAML 1.1.
 */
export function digits(expects: string, ...examine: readonly Examine[]): FieldType {
  const { check } = text(expects, ...examine);
  return {
    expects,
    check: (value, report) => {
      const { node } = value;
      const isSame = node.kind === "number" && /^(0|[1-9]\d{0,14})$/.test(node.raw);
      check(isSame ? { ...value, node: { ...node, kind: "text", value: node.raw, style: "plain" } } : value, report);
    },
  };
}

const yaml11Booleans = new Set(["yes", "no", "on", "off", "y", "n"]);

export const flag: FieldType = {
  expects: "true or false",
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind === "boolean" || (node.kind === "text" && holdsReference(node.value))) return;
    const word = node.kind === "text" ? node.value.toLowerCase() : "";
    if (word === "true" || word === "false" || (yaml11Booleans.has(word) && node.kind === "text")) {
      report.add(
        looseType,
        at,
        `${name} is the text ${shown(node)}, expected true or false`,
        "write true or false, without quotes",
      );
    } else {
      reportWrongType(value, flag.expects, report);
    }
  },
};

/**
 * Returns a type for whole numbers.
 *
 * @param examine check that is applied to the number
 */
export function wholeNumber(
  expects: string,
  examine?: (number: number, value: FieldValue, report: Report) => void,
): FieldType {
  return {
    expects,
    check: (value, report) => {
      const { node, name, at } = value;
      if (node.kind === "text" && holdsReference(node.value)) return;
      const number = node.kind === "number" || node.kind === "text" ? wholeNumberOf(node) : undefined;
      if (number === undefined) {
        reportWrongType(value, expects, report);
        return;
      }
      if (node.kind === "text")
        report.add(looseType, at, `${name} is the text ${shown(node)}, expected ${expects}`, "write it without quotes");
      examine?.(number, value, report);
    },
  };
}

/** Returns the whole number in a node: 5 for `5`, `5.0` and `"5"`; undefined for `5.5`, `1e3` and `five`. */
export function wholeNumberOf(node: YamlNode): number | undefined {
  const written = node.kind === "number" || node.kind === "text" ? plainText(node) : undefined;
  return written !== undefined && written.length < 20 && /^[-+]?\d+(\.0*)?$/.test(written)
    ? Number(written)
    : undefined;
}

type NodeOf<K> = Extract<YamlNode, { readonly kind: K }>;

/**
 * Returns a type for a map or a list.
 *
 * @param check checks the contents; default: any contents are allowed
 */
export function nodeOf<K extends "map" | "list">(
  kind: K,
  expects: string,
  check: (node: NodeOf<K>, value: FieldValue, report: Report) => void = () => undefined,
): FieldType {
  return {
    expects,
    check: (value, report) => {
      if (value.node.kind === kind) check(value.node as NodeOf<K>, value, report);
      else reportWrongType(value, expects, report);
    },
  };
}

/** Returns a type for a map with the given fields. */
export function mapWith(expects: string, fields: Fields): FieldType {
  return nodeOf("map", expects, (node, owner, report) => {
    checkFields(node, fields, owner, report);
  });
}

/**
 * Returns a type for a list.
 *
 * @param nameOfItem returns the name of an item for messages. Default: e.g. `item 2 in "commands" of step "Install"`
 */
export function listOf(
  item: FieldType,
  expects: string,
  nameOfItem = (index: number, list: string) => `item ${index + 1} in ${list}`,
): FieldType {
  return nodeOf("list", expects, ({ items }, { name }, report) => {
    items.forEach((node, index) => {
      item.check({ node, name: nameOfItem(index, name), at: node }, report);
    });
  });
}

export const texts: FieldType = listOf(text(), "a list of strings");

export function oneOf(choices: readonly string[]): FieldType {
  return { ...text(`one of ${listed(choices)}`, by(invalidChoice, choices)), choices };
}

/** Type that accepts any value. */
export const anything: FieldType = { expects: "a value", check: () => undefined };
