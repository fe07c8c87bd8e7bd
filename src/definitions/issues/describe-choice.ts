import type { Problem } from "../../problems/problem";
import { nearest } from "../../problems/suggest";
import { invalidValue } from "../rules/invalid-value";
import { dotted } from "../words";
import { describeMissing } from "./describe-missing";
import type { IssuePlace } from "./issue-place";

/** Describes a value that is not one of the allowed values. */
export function describeChoice(allowed: readonly unknown[], at: IssuePlace): Problem {
  const { path, value, got, source } = at;
  const listed = allowed.map((each) => (typeof each === "string" ? `"${each}"` : String(each))).join(", ");
  if (value === undefined) return describeMissing(allowed.length > 1 ? `one of ${listed}` : listed, at);
  const message = `"${dotted(path)}" is ${got}, allowed: ${listed}`;
  const fix = nearFix(value, allowed) ?? (allowed.length > 1 ? "write one of the allowed values" : `write ${listed}`);
  return source.problem(invalidValue, path, message, fix);
}

/** Returns a fix with the nearest allowed value; undefined if none is near. */
function nearFix(value: unknown, allowed: readonly unknown[]): string | undefined {
  if (typeof value === "number") {
    const numbers = allowed.filter((each) => typeof each === "number");
    const [first] = numbers.sort((a, b) => Math.abs(a - value) - Math.abs(b - value));
    return first === undefined ? undefined : `write e.g. ${first}`;
  }
  if (typeof value !== "string") return undefined;
  const near = nearest(value, allowed.map(String));
  if (near === undefined) return undefined;
  return allowed.includes(near) ? `did you mean "${near}"?` : `write ${near}, without quotes`;
}
