import { writeOneOf } from "../../problems/suggest";
import { itemsOf, type MapEntry, plainText, type Span, type YamlNode } from "../../problems/yaml-tree";
import { orList, shown } from "../reading/describe";
import type { FieldType } from "../reading/fields";
import type { Report } from "../reading/report";
import { workflowCondition } from "../rules/workflows/workflow-condition";
import { withoutSuffix } from "./dynamic-fields";
import { isPath } from "./paths";

const numberComparisons = [
  "numberEquals",
  "numberGreaterThan",
  "numberGreaterThanEquals",
  "numberLessThan",
  "numberLessThanEquals",
];
const comparisons = ["booleanEquals", "stringEquals", ...numberComparisons];
const operators = [...comparisons, "and", "or", "not"];

/** Maximum depth of nesting. The comparison counts as a level. */
const maxLevels = 4;
const maxOperands = 10;

/** Condition in `if`: one statement, as a map or as a list of one map. */
export const condition: FieldType = {
  expects: "a condition",
  check: ({ node, at }, report) => {
    checkStatement(node, at, 1, report);
  },
};

function checkStatement(node: YamlNode, at: Span, level: number, report: Report): void {
  const refuse = (place: Span, message: string, fix: string) => {
    report.add(workflowCondition, place, message, fix);
  };
  if (level > maxLevels) {
    refuse(at, `a condition is nested ${level} levels deep, allowed: ${maxLevels}`, "split the step, or the condition");
    return;
  }
  const statement = node.kind === "list" && node.items.length === 1 ? node.items[0] : node;
  if (statement?.kind !== "map") {
    refuse(at, `a condition is ${shown(node)}, expected a map with an operator`, `write one of ${orList(operators)}`);
    return;
  }
  const rest = statement.entries.filter(({ key }) => withoutSuffix(key) !== "value");
  const [operator, second] = rest;
  const unknown = rest.find(({ key }) => !operators.includes(withoutSuffix(key)));
  if (unknown !== undefined) {
    refuse(unknown.keyNode, `"${unknown.key}" is not an operator of a condition`, writeOneOf(unknown.key, operators));
  } else if (operator === undefined) {
    refuse(at, "a condition has no operator", `write one of ${orList(operators)}`);
  } else if (second !== undefined) {
    refuse(second.keyNode, "a condition has two operators, allowed: one", 'join them with "and" or "or"');
  } else if (comparisons.includes(withoutSuffix(operator.key))) {
    checkComparison(
      operator,
      statement.entries.find((entry) => entry !== operator),
      report,
    );
  } else {
    checkOperands(operator, level, report);
  }
}

function checkComparison(
  { key, keyNode, value: expected }: MapEntry,
  value: MapEntry | undefined,
  report: Report,
): void {
  const operator = withoutSuffix(key);
  if (value === undefined)
    report.add(workflowCondition, keyNode, `"${key}" has no "value" to compare with`, 'add "value" beside it');
  for (const operand of [expected, ...(value === undefined ? [] : [value.value])]) {
    if (isPath(operand) || isComparable(operand, operator)) continue;
    const message = `"${key}" cannot compare ${shown(operand)}`;
    report.add(workflowCondition, operand, message, "write a path, or a value of that type");
  }
}

function isComparable(node: YamlNode, operator: string): boolean {
  const written = plainText(node);
  if (written === undefined) return false;
  if (written.includes("{{")) return true;
  if (numberComparisons.includes(operator)) return /^[-+]?[0-9]+(\.[0-9]*)?$/.test(written);
  return operator !== "booleanEquals" || /^(true|false)$/i.test(written);
}

function checkOperands({ key, keyNode, value }: MapEntry, level: number, report: Report): void {
  if (withoutSuffix(key) === "not") {
    checkStatement(value, value, level + 1, report);
    return;
  }
  const items = itemsOf(value);
  if (items.length < 1 || items.length > maxOperands) {
    const got = value.kind === "list" ? `${items.length} conditions` : shown(value);
    report.add(
      workflowCondition,
      keyNode,
      `"${key}" joins ${got}, allowed: a list of 1 to ${maxOperands}`,
      "write a list",
    );
  }
  for (const item of items) checkStatement(item, item, level + 1, report);
}
