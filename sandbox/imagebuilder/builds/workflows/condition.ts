import type { Fields } from "../../fields";
import { resolved, type Scope, valueAt } from "./scope";

type Compare = (value: unknown, expected: unknown) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  booleanEquals: (value, expected) => isTrue(value) === isTrue(expected),
  stringEquals: (value, expected) => String(value) === String(expected),
  numberEquals: (value, expected) => Number(value) === Number(expected),
  numberGreaterThan: (value, expected) => Number(value) > Number(expected),
  numberGreaterThanEquals: (value, expected) => Number(value) >= Number(expected),
  numberLessThan: (value, expected) => Number(value) < Number(expected),
  numberLessThanEquals: (value, expected) => Number(value) <= Number(expected),
};

/** Checks whether the `if` of a step is true. The form was checked when the workflow was created. */
export function holds(condition: unknown, scope: Scope): boolean {
  const statement = (Array.isArray(condition) ? condition[0] : condition) as Fields;
  const [operator = "", operand] = Object.entries(statement).find(([key]) => !/^value(\.\$)?$/.test(key)) ?? [];
  const operands = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  switch (operator) {
    case "and":
      return operands.every((each) => holds(each, scope));
    case "or":
      return operands.some((each) => holds(each, scope));
    case "not":
      return !holds(operand, scope);
    default: {
      const compare = comparisons[operator.replace(/\.\$$/, "")];
      if (compare === undefined) throw new Error(`the sandbox does not know the operator "${operator}"`);
      return compare(meant(statement.value ?? statement["value.$"], scope), meant(operand, scope));
    }
  }
}

/** Returns the value of an operand. A path is resolved whether or not its key has the suffix `.$`. */
function meant(value: unknown, scope: Scope): unknown {
  return typeof value === "string" && value.startsWith("$.") ? valueAt(value, scope) : resolved(value, scope);
}

function isTrue(value: unknown): boolean {
  return String(value).toLowerCase() === "true";
}
