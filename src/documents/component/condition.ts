import type { Rule } from "../../problems/rule";
import { listOf, nearest } from "../../problems/suggest";
import { type MapEntry, type MapNode, type Span, type YamlNode } from "../../problems/yaml-tree";
import { buildSteps } from "../examples";
import { placeOf, quoted } from "../reading/describe";
import { oneOf, reportWrongType } from "../reading/field-types";
import { checkFields, type Fields, optional, type Owner, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { comparisons } from "./comparisons";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-conditional-constructs.html";
const logicalPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-logical-operators.html";
const when = (condition: string): ReturnType<typeof buildSteps> =>
  buildSteps(`- name: Update\n  action: UpdateOS\n  if:\n${condition}`);

const conditionShape: Rule = {
  code: "condition-shape",
  severity: "error",
  summary: "A condition is not a map with exactly one operator.",
  source: page,
  fail: [when("    binaryExists: dnf\n    ▸fileExists: /etc/os-release\n")],
  pass: [when("    and:\n      - binaryExists: dnf\n      - fileExists: /etc/os-release\n")],
};

const unknownOperator: Rule = {
  code: "unknown-operator",
  severity: "error",
  summary: "AWSTOE does not know the operator of a condition. Letter case matters.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-comparison-operators.html",
  fail: [when("    ▸binaryExist: dnf\n")],
  pass: [when("    binaryExists: dnf\n")],
};

const conditionDepth: Rule = {
  code: "condition-depth",
  severity: "error",
  summary: "A condition is nested more than 4 levels deep, including the innermost comparison.",
  source: logicalPage,
  fail: [when("    not:\n      not:\n        not:\n          not:\n            ▸binaryExists: dnf\n")],
  pass: [when("    not:\n      not:\n        not:\n          binaryExists: dnf\n")],
};

const loneCondition: Rule = {
  code: "lone-condition",
  severity: "warning",
  summary: "`and` or `or` has only one condition. The documentation asks for two or more.",
  source: logicalPage,
  fail: [when("    ▸and:\n      - binaryExists: dnf\n")],
  pass: [when("    binaryExists: dnf\n")],
};

export const conditionRules = [conditionShape, unknownOperator, conditionDepth, loneCondition];

const logical = ["and", "or", "not"];
const operators = [...logical, ...comparisons.keys()];
const maxDepth = 4;
const outcome = optional(oneOf(["Abort", "Execute", "Skip"]));
const outcomes: Fields = { then: outcome, else: outcome };

interface ConditionPlace {
  readonly owner: Owner;
  /** 1 at the top. */
  readonly depth: number;
  /** `then` and `else` have a meaning in `if`, and none in Assert. */
  readonly outcomes: boolean;
}

/** Checks an `if`, or the inputs of Assert. */
export function checkCondition(node: YamlNode, owner: Owner, withOutcomes: boolean, report: Report): void {
  checkExpression(node, { owner, depth: 1, outcomes: withOutcomes }, report);
}

function checkExpression(node: YamlNode, place: ConditionPlace, report: Report): void {
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
    const message = `${owner.name} has "${operator.key}" and "${second.key}", but takes one operator`;
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
    checkLogical(operator, place, report);
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
  const got = candidates.find(({ key }) => nearest(key.slice(0, 100), operators) !== undefined) ?? candidates[0];
  if (got === undefined) {
    report.add(
      conditionShape,
      owner.at,
      `${owner.name} has no operator`,
      `add one, e.g. "stringEquals"; all: ${operators.join(", ")}`,
    );
    return;
  }
  const near = nearest(got.key.slice(0, 100), operators);
  const fix = near === undefined ? `write one of ${listOf(operators)}` : `did you mean "${near}"?`;
  report.add(unknownOperator, got.keyNode, `${quoted(got.key)} in ${owner.name} is not an operator`, fix);
}

/** `then` and `else` occur inside the map of a `not`, too, and AWSTOE takes them there. */
function checkLogical(
  { key, keyNode, value }: MapEntry,
  { owner, depth, outcomes: may }: ConditionPlace,
  report: Report,
): void {
  if (value.kind === "null") return; // Reported as an empty field.
  const at = placeOf(report.source.text, keyNode, value);
  const name = `"${key}" in ${owner.name}`;
  const inner = (node: YamlNode, place: Span): void => {
    checkExpression(node, { owner: { name: owner.name, at: place }, depth: depth + 1, outcomes: may }, report);
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
