import { by } from "../reading/field-rule";
import { reportWrongType, text, textOf } from "../reading/field-types";
import type { FieldType } from "../reading/fields";
import { hashLength } from "../rules/conditions/hash-length";
import { numberOperand } from "../rules/conditions/number-operand";
import { patternSyntax } from "../rules/conditions/pattern-syntax";

/** Types of the two values that an operator compares, and the name of the second key if the operator needs one. */
export interface Comparison {
  readonly operand: FieldType;
  readonly second?: { readonly key: "value" | "path"; readonly type: FieldType };
}

/** Text, a number or a boolean. AWSTOE converts numbers and booleans to text before it compares them. */
const comparable: FieldType = {
  expects: "text",
  check: (value, report) => {
    if (value.node.kind !== "number" && value.node.kind !== "boolean") textOf(value, report);
  },
};

const numberText = text("a number", by(numberOperand));

const number: FieldType = {
  expects: "a number",
  check: (value, report) => {
    if (value.node.kind === "text") numberText.check(value, report);
    else if (value.node.kind !== "number") reportWrongType(value, number.expects, report);
  },
};

const pattern = text("a regular expression", by(patternSyntax));

function hash(digits: number): FieldType {
  return text(`a checksum of ${digits} hexadecimal digits`, by(hashLength, digits));
}

const ordered = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
const hashes = { MD5: 32, SHA1: 40, SHA256: 64, SHA512: 128 };

/** The comparison operators by name. Source: https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html */
export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ...["stringIsEmpty", "stringIsWhitespace"].map((name) => [name, { operand: comparable }] as const),
  ...["binaryExists", "fileExists", "folderExists"].map((name) => [name, { operand: text() }] as const),
  ...ordered.map(
    (name) => [`string${name}`, { operand: comparable, second: { key: "value", type: comparable } }] as const,
  ),
  ...ordered.map((name) => [`number${name}`, { operand: number, second: { key: "value", type: number } }] as const),
  ["patternMatches", { operand: pattern, second: { key: "value", type: comparable } }],
  ...Object.entries(hashes).map(
    ([name, digits]) =>
      [`file${name}Equals`, { operand: hash(digits), second: { key: "path", type: text() } }] as const,
  ),
]);
