import type { Rule } from "../../problems/rule";
import { buildSteps } from "../examples";
import { quoted, shown } from "../reading/describe";
import { holdsReference, reportWrongType, text, textOf } from "../reading/field-types";
import type { FieldType } from "../reading/fields";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html";
const when = (condition: string): ReturnType<typeof buildSteps> =>
  buildSteps(`- name: Update\n  action: UpdateOS\n  if:\n${condition}`);

const numberOperand: Rule = {
  code: "number-operand",
  severity: "error",
  summary: "An operand of a numeric comparison is not a number.",
  source: page,
  fail: [when("    numberEquals: ▸two\n    value: 2\n")],
  pass: [when("    numberEquals: 2\n    value: 2\n")],
};

const hashLength: Rule = {
  code: "hash-length",
  severity: "warning",
  summary: "A checksum does not have the length of its algorithm, so the comparison is never true.",
  source: page,
  fail: [when("    fileMD5Equals: ▸9e107d9d\n    path: /etc/os-release\n")],
  pass: [when("    fileMD5Equals: 9e107d9d372bb6826bd81d3542a419d6\n    path: /etc/os-release\n")],
};

const patternSyntax: Rule = {
  code: "pattern-syntax",
  severity: "warning",
  summary:
    "A pattern uses a feature that Go's regular expressions (RE2) do not have: look-ahead, look-behind or back-references.",
  source: `${page}; https://github.com/google/re2/wiki/Syntax`,
  fail: [when("    patternMatches: amzn2023\n    value: ▸amzn(?!2)\n")],
  pass: [when("    patternMatches: amzn2023\n    value: amzn[^2]\n")],
};

export const comparisonRules = [numberOperand, hashLength, patternSyntax];

/** What an operator compares, and the second key that it needs. */
export interface Comparison {
  readonly operand: FieldType;
  readonly second?: { readonly key: "value" | "path"; readonly type: FieldType };
}

/** Numbers are compared as text, too: AWSTOE converts them. */
const comparable: FieldType = {
  expects: "text",
  check: (value, report) => {
    if (value.node.kind !== "number" && value.node.kind !== "boolean") textOf(value, report);
  },
};

const number: FieldType = {
  expects: "a number",
  check: (value, report) => {
    const { node, name, at } = value;
    if (node.kind === "number") return;
    if (node.kind !== "text") reportWrongType(value, number.expects, report);
    else if (!holdsReference(node.value) && !/^[-+]?(\d+\.)?\d+$/.test(node.value)) {
      report.add(numberOperand, at, `${name} is ${shown(node)}, expected a number`, "write a number such as 4 or 2.5");
    }
  },
};

const pattern: FieldType = text("a regular expression", ({ value }, { name, at }, report) => {
  const found = /\(\?<?[=!]|\\[1-9]/.exec(value.replace(/\\[^1-9]/g, "  "));
  if (found === null) return;
  report.add(
    patternSyntax,
    at,
    `${name} has ${quoted(found[0])}, which Go's regular expressions lack`,
    "write the pattern without it",
  );
});

function hash(digits: number): FieldType {
  return text(`a checksum of ${digits} hexadecimal digits`, ({ value }, { name, at }, report) => {
    if (value.length === digits && /^[0-9a-f]+$/i.test(value)) return;
    report.add(
      hashLength,
      at,
      `${name} is ${quoted(value)}, expected ${digits} hexadecimal digits`,
      "write the whole checksum",
    );
  });
}

const ordered = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
const hashes = { MD5: 32, SHA1: 40, SHA256: 64, SHA512: 128 };

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html */
export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ...["stringIsEmpty", "stringIsWhitespace"].map((name) => [name, { operand: comparable }] as const),
  ...["binaryExists", "fileExists", "folderExists"].map((name) => [name, { operand: text() }] as const),
  ...ordered.map(
    (name) => [`string${name}`, { operand: comparable, second: { key: "value", type: comparable } }] as const,
  ),
  ...ordered.map((name) => [`number${name}`, { operand: number, second: { key: "value", type: number } }] as const),
  ["patternMatches", { operand: comparable, second: { key: "value", type: pattern } }],
  ...Object.entries(hashes).map(
    ([name, digits]) =>
      [`file${name}Equals`, { operand: hash(digits), second: { key: "path", type: text() } }] as const,
  ),
]);
