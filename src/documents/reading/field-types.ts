import type { Rule } from "../../problems/rule";
import { listOf as listed, writeOneOf } from "../../problems/suggest";
import { plainText, type TextNode, type YamlNode } from "../../problems/yaml-tree";
import { buildSteps } from "../examples";
import { shown } from "./describe";
import type { FieldType, FieldValue } from "./fields";
import type { Report } from "./report";

export const fieldType: Rule = {
  code: "field-type",
  severity: "error",
  summary: "A field has a value of the wrong kind, for example text instead of a list.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html",
  fail: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands: ▸echo hello\n")],
  pass: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - echo hello\n")],
};

const looseType: Rule = {
  code: "loose-type",
  severity: "warning",
  summary:
    "YAML reads an unquoted value as a number or boolean where text is expected, or the other way round. 0755 may become 493, and 1.10 may become 1.1.",
  source: "https://yaml.org/spec/1.1/#id858600",
  fail: [
    buildSteps("- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n      permissions: ▸0755\n"),
  ],
  pass: [
    buildSteps('- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n      permissions: "0755"\n'),
  ],
};

const unquotedColon: Rule = {
  code: "unquoted-colon",
  severity: "error",
  summary: "Unquoted text with a colon and a space is a map in YAML, not text.",
  source: "https://yaml.org/spec/1.2.2/#733-plain-style",
  fail: [buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - ▸echo greeting: hello\n")],
  pass: [
    buildSteps("- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - 'echo greeting: hello'\n"),
  ],
};

const unquotedReference: Rule = {
  code: "unquoted-reference",
  severity: "error",
  summary: "A value that starts with an unquoted {{ is a map in YAML, not a reference.",
  source: "https://yaml.org/spec/1.2.2/#742-flow-mappings",
  fail: [buildSteps("- name: Make\n  action: CreateFolder\n  inputs:\n    - path: ▸{{ env:HOME }}\n")],
  pass: [buildSteps('- name: Make\n  action: CreateFolder\n  inputs:\n    - path: "{{ env:HOME }}"\n')],
};

export const invalidChoice: Rule = {
  code: "invalid-choice",
  severity: "error",
  summary: "The value of a field is not one of the allowed values. Letter case matters.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  onFailure: ▸Retry\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n  onFailure: Continue\n")],
};

export const outOfRange: Rule = {
  code: "out-of-range",
  severity: "error",
  summary: "A number is outside the range of its field.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Restart\n  action: Reboot\n  inputs:\n    delaySeconds: ▸-5\n")],
  pass: [buildSteps("- name: Restart\n  action: Reboot\n  inputs:\n    delaySeconds: 5\n")],
};

export const fieldTypeRules = [fieldType, looseType, unquotedColon, unquotedReference, invalidChoice, outOfRange];

/** Whether a text may become something else when the document runs. */
export function holdsReference(value: string): boolean {
  return value.includes("{{");
}

/** Says that a value is of the wrong kind, in the words of the mistake that it most likely is. */
export function reportWrongType({ node, name, at }: FieldValue, expects: string, report: Report): void {
  const opening = report.source.text.slice(node.start, node.start + 2);
  if (node.kind === "map" && node.flow && opening === "{{") {
    report.add(unquotedReference, at, `${name} is a map, for "{{" is not in quotes`, "put the whole value in quotes");
  } else {
    report.add(
      fieldType,
      at,
      `${name} is ${shown(node)}, expected ${expects}`,
      `write ${expects}${dashHint(node, expects)}`,
    );
  }
}

/** The usual difference between a list and a map. */
function dashHint(node: YamlNode, expects: string): string {
  if (node.kind === "map" && !node.flow && /^a list\b/.test(expects)) return '; each item begins with "- "';
  return node.kind === "list" && /^a map\b/.test(expects) ? '; without "- " before it' : "";
}

/** Hands on text; reports everything else. */
export function textOf(value: FieldValue, report: Report, expects = "text"): TextNode | undefined {
  const { node, name, at } = value;
  if (node.kind === "text") return node;
  if (node.kind === "number" || node.kind === "boolean" || node.kind === "null") {
    const what = node.kind === "null" ? "empty" : `the ${node.kind} ${node.raw}`;
    report.add(looseType, at, `${name} is ${what}, expected ${expects}`, "put it in quotes");
  } else if (isColonTrap(node)) {
    report.add(unquotedColon, at, `${name} is a map, for it holds ": "`, "put it in quotes, or write it as a | block");
  } else {
    reportWrongType(value, expects, report);
  }
  return undefined;
}

/** `echo a: b` rather than a map that someone meant to write. */
function isColonTrap(node: YamlNode): boolean {
  return node.kind === "map" && !node.flow && node.entries.length === 1 && node.entries[0]?.value.kind !== "map";
}

/** @param examine looks at text without references */
export function text(
  expects = "text",
  examine?: (node: TextNode, value: FieldValue, report: Report) => void,
): FieldType {
  return {
    expects,
    check: (value, report) => {
      const node = textOf(value, report, expects);
      if (node !== undefined && !holdsReference(node.value)) examine?.(node, value, report);
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

/** @param examine looks at the number */
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

/** `5`, `5.0` and `"5"` are 5; `5.5`, `1e3` and `five` are no whole number. */
export function wholeNumberOf(node: YamlNode): number | undefined {
  const written = node.kind === "number" || node.kind === "text" ? plainText(node) : undefined;
  return written !== undefined && written.length < 20 && /^[-+]?\d+(\.0*)?$/.test(written)
    ? Number(written)
    : undefined;
}

export function listOf(item: FieldType, expects: string): FieldType {
  return {
    expects,
    check: (value, report) => {
      if (value.node.kind !== "list") {
        reportWrongType(value, expects, report);
        return;
      }
      value.node.items.forEach((node, index) => {
        item.check({ node, name: `item ${index + 1} in ${value.name}`, at: node }, report);
      });
    },
  };
}

export const texts: FieldType = listOf(text(), "a list of strings");

export function oneOf(choices: readonly string[]): FieldType {
  const expects = `one of ${listed(choices)}`;
  const type = text(expects, ({ value }, { node, name, at }, report) => {
    if (choices.includes(value)) return;
    report.add(
      invalidChoice,
      at,
      `${name} is ${shown(node)}, allowed: ${listed(choices)}`,
      writeOneOf(value.slice(0, 100), choices),
    );
  });
  return { ...type, choices };
}

/** Anything that YAML can hold. */
export const anything: FieldType = { expects: "a value", check: () => undefined };
