import type { z } from "zod";

import type { YamlPath } from "../../problems/yaml-source";
import { fieldOf } from "../field-of";

export type Issue = z.core.$ZodIssue;

/** An issue with its place. For a union, it comes from the alternative that was most likely intended. */
export interface LocatedIssue {
  readonly issue: Issue;
  readonly path: YamlPath;
  /** Value at the path. */
  readonly value: unknown;
}

/** Returns the issues with a value, without those that are consequences of other issues. */
export function locatedIssues(issues: readonly Issue[], raw: unknown, base: YamlPath = []): LocatedIssue[] {
  return telling(issues).flatMap((issue) => {
    const path: YamlPath = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
    const value = fieldOf(raw, ...path);
    if (issue.code !== "invalid_union" || value === undefined) return [{ issue, path, value }];
    // The alternative with the best score is the most likely intention.
    const branch = [...issue.errors].sort((a, b) => score(b, value) - score(a, value))[0] ?? [];
    return branch.length > 0 ? locatedIssues(branch, raw, path) : [{ issue, path, value }];
  });
}

/** Removes issues that are consequences of others: a missing choice after a misspelt key, or the length of a text that should be a list. */
function telling(issues: readonly Issue[]): Issue[] {
  const at = ({ path }: Issue) => path.map(String).join("\n");
  const mistyped = new Set(issues.filter(({ code }) => code === "invalid_type").map(at));
  const misspelt = new Set(issues.filter(({ code }) => code === "unrecognized_keys").map(at));
  return issues.filter(
    (issue) =>
      (issue.code === "invalid_type" || !mistyped.has(at(issue))) && !(isChoice(issue) && misspelt.has(at(issue))),
  );
}

/** Checks whether an issue says that none of several keys is given, one of which is required. */
function isChoice(issue: Issue): boolean {
  if (issue.code !== "custom" || issue.params?.rule !== "exactly-one") return false;
  const given: unknown = issue.params.keys;
  return !(Array.isArray(given) && given.length > 0);
}

/** Scores an alternative of a union: higher is more likely. The right type of value counts most, then the number of issues. */
function score(issues: readonly Issue[], value: unknown): number {
  const wrongKind = issues.some(
    (issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value"),
  );
  const literalNearby = typeof value === "string" && issues.every((issue) => issue.code === "invalid_value");
  return (wrongKind && !literalNearby ? -1000 : 0) - issues.length;
}
