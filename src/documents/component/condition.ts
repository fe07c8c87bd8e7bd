import { nearest, writeOneOf } from "../../problems/suggest";
import { type MapEntry, type MapNode, type Span, type YamlNode } from "../../problems/yaml-tree";
import { placeOf, quoted } from "../reading/describe";
import { oneOf, reportWrongType } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, type Owner, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { conditionDepth } from "../rules/conditions/condition-depth";
import { conditionShape } from "../rules/conditions/condition-shape";
import { loneCondition } from "../rules/conditions/lone-condition";
import { unknownOperator } from "../rules/conditions/unknown-operator";
import { comparisons } from "./comparisons";

const logical = ["and", "or", "not"];
const operators = [...logical, ...comparisons.keys()];
const maxDepth = 4;
const outcome = optional(oneOf(["Abort", "Execute", "Skip"]));
const outcomes: Fields = { then: outcome, else: outcome };

interface ConditionPlace {
  readonly owner: Owner;
  /** Depth of nesting; 1 at the top level. */
  readonly depth: number;
  /** Whether `then` and `else` are allowed. */
  readonly outcomes: boolean;
}

/**
 * Returns a type for a condition, including nested conditions.
 *
 * @param withOutcomes whether `then` and `else` are allowed: true for `if`, false for the inputs of Assert
 */
export function condition({ withOutcomes }: { readonly withOutcomes: boolean }): FieldType {
  return {
    expects: "a map with one operator",
    check: ({ node, ...owner }, report) => {
      readExpression(node, { owner, depth: 1, outcomes: withOutcomes }, report);
    },
  };
}

function readExpression(node: YamlNode, place: ConditionPlace, report: Report): void {
  const { owner, depth } = place;
  if (node.kind !== "map") {
    reportWrongType({ node, ...owner }, "a map with one operator", report);
    return;
  }
  const found = node.entries.filter(({ key }) => operators.includes(key));
  const [operator, second] = found;
  if (operator === undefined) {
    reportNoOperator(node, owner, report);
    return;
  }
  if (second !== undefined) {
    const message = `${owner.name} has "${operator.key}" and "${second.key}", but allows one operator`;
    report.add(conditionShape, second.keyNode, message, 'put both in a list below "and" or "or"');
    return;
  }
  if (depth > maxDepth) {
    report.add(
      conditionDepth,
      operator.keyNode,
      `${owner.name} is nested more than ${maxDepth} levels deep`,
      "take it apart into several steps",
    );
    return;
  }
  const comparison = comparisons.get(operator.key);
  const fields: Fields = {
    [operator.key]: required({ expects: "an operand", check: () => undefined }),
    ...(place.outcomes ? outcomes : {}),
  };
  if (comparison === undefined) {
    checkFields(node, fields, owner, report);
    readLogical(operator, place, report);
  } else {
    const { operand, second: other } = comparison;
    const pair = {
      [operator.key]: required(operand),
      ...(other === undefined ? {} : { [other.key]: required(other.type) }),
    };
    checkFields(node, { ...fields, ...pair }, { ...owner, at: operator.keyNode }, report);
  }
}

function reportNoOperator(map: MapNode, owner: Owner, report: Report): void {
  const candidates = map.entries.filter(({ key }) => !["then", "else", "value", "path"].includes(key));
  const got = candidates.find(({ key }) => nearest(key, operators) !== undefined) ?? candidates[0];
  if (got === undefined) {
    report.add(
      conditionShape,
      owner.at,
      `${owner.name} has no operator`,
      `add one, e.g. "stringEquals"; all: ${operators.join(", ")}`,
    );
    return;
  }
  const message = `${quoted(got.key)} in ${owner.name} is not an operator`;
  report.add(unknownOperator, got.keyNode, message, writeOneOf(got.key, operators));
}

/** Checks the operands of `and`, `or` or `not`. AWSTOE also accepts `then` and `else` in the map of a `not`. */
function readLogical(
  { key, keyNode, value }: MapEntry,
  { owner, depth, outcomes: may }: ConditionPlace,
  report: Report,
): void {
  if (value.kind === "null") return; // Another rule reports empty fields.
  const at = placeOf(report.source.text, keyNode, value);
  const name = `"${key}" in ${owner.name}`;
  const inner = (node: YamlNode, place: Span): void => {
    readExpression(node, { owner: { name: owner.name, at: place }, depth: depth + 1, outcomes: may }, report);
  };
  if (value.kind === "list") {
    if (value.items.length === 0 || (key === "not" && value.items.length > 1)) {
      const expected = key === "not" ? "exactly one condition" : "two or more conditions";
      report.add(
        conditionShape,
        at,
        `${name} has ${value.items.length} conditions, expected ${expected}`,
        `give it ${expected}`,
      );
    } else if (key !== "not" && value.items.length === 1) {
      report.add(
        loneCondition,
        keyNode,
        `${name} has one condition, expected two or more`,
        `add another, or leave out "${key}"`,
      );
    }
    for (const item of value.items) inner(item, item);
  } else if (key === "not") {
    inner(value, at);
  } else {
    reportWrongType({ node: value, name, at }, "a list of conditions", report);
  }
}
