import { counted } from "../../collections/counted";
import type { Problem } from "../../problems/problem";
import { invalidValue } from "../rules/invalid-value";
import { dotted } from "../words";
import type { IssuePlace } from "./issue-place";
import type { Issue } from "./located-issues";

/**
 * Describes a number, text or list that is too small or too large. A list that is too long is reported at the first excess entry. For text,
 * the message gives the current length.
 */
export function describeSize(issue: Issue & { code: "too_small" | "too_big" }, at: IssuePlace): Problem {
  const { path, value, got, source } = at;
  const isSmall = issue.code === "too_small";
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  const is =
    typeof value === "string" || Array.isArray(value) ? `has ${sized(value.length, issue.origin)}` : `is ${got}`;
  return source.problem(
    invalidValue,
    !isSmall && issue.origin === "array" ? [...path, bound] : path,
    `"${dotted(path)}" ${is}, allowed: ${isSmall ? "at least" : "up to"} ${bound}`,
    `write ${isSmall ? "at least" : "at most"} ${sized(bound, issue.origin)}`,
  );
}

function sized(count: number, origin: string): string {
  if (origin === "string") return counted(count, "character");
  return origin === "array" ? counted(count, "entry", "entries") : String(count);
}
