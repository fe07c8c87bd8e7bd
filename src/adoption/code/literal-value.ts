import { objectOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";

const wholeReference = /^\$\{(var|local)\.([\w-]+)\}$/;
const reference = /\$\{(var|local)\.([\w-]+)\}/g;

/** Values of variables and locals, by `var.<name>` and `local.<name>`. */
export type Names = ReadonlyMap<string, unknown>;

/**
 * Evaluates a Terraform expression that consists of literals, and of variables and locals with literal values.
 * Returns undefined for anything else, such as a function or an attribute of a resource.
 */
export function literalValue(expression: unknown, names: Names, depth = 0): Value | undefined {
  if (depth > 20) return undefined;
  if (typeof expression === "string") return textValue(expression, names, depth);
  if (expression === null || typeof expression === "number" || typeof expression === "boolean") return expression;
  if (Array.isArray(expression)) return allKnown(expression.map((each) => literalValue(each, names, depth + 1)));
  const entries = Object.entries(objectOf(expression));
  const values = allKnown(entries.map(([, each]) => literalValue(each, names, depth + 1)));
  return values && Object.fromEntries(entries.map(([key], index) => [key, values[index] ?? null]));
}

function textValue(expression: string, names: Names, depth: number): Value | undefined {
  const [whole, kind, name] = wholeReference.exec(expression) ?? [];
  if (whole !== undefined) {
    const key = `${String(kind)}.${String(name)}`;
    return names.has(key) ? literalValue(names.get(key), names, depth + 1) : undefined;
  }
  const text = expression.replace(reference, (asWritten, of: string, called: string) => {
    const value = literalValue(names.get(`${of}.${called}`), names, depth + 1);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : asWritten;
  });
  return /(?<!\$)\$\{/.test(text) ? undefined : text.replaceAll("$${", "${");
}

function allKnown(values: readonly (Value | undefined)[]): Value[] | undefined {
  return values.some((value) => value === undefined) ? undefined : (values as Value[]);
}
