import type { Problem } from "../../problems/problem";
import { wrongType } from "../../problems/rules/wrong-type";
import { article, dotted } from "../words";
import type { IssuePlace } from "./issue-place";
import { knownKeys } from "./known-keys";

/**
 * Describes a value of the wrong type.
 *
 * @param expected name of the type in Zod, e.g. `array`
 */
export function describeType(expected: string, at: IssuePlace): Problem {
  const { path, value, got, source } = at;
  const what = path.length === 0 ? "the file" : `"${dotted(path)}"`;
  const isLiteral = typeof value === "number" || typeof value === "boolean";
  const shown = isLiteral ? `the ${typeof value} ${source.writtenLiteral(path) ?? String(value)}` : got;
  const message = `${what} is ${shown}, expected ${article(expected)}`;
  return source.problem(wrongType, path, message, typeFix(expected, at));
}

function typeFix(expected: string, { path, source, schema }: IssuePlace): string {
  const written = source.writtenLiteral(path);
  if (expected === "string" && written !== undefined) return `write it in quotes: "${written}"`;
  const keys = knownKeys(schema, path);
  return keys.length === 0 || expected === "array"
    ? `write ${article(expected)}`
    : `write a map with ${keys.join(", ")}`;
}
