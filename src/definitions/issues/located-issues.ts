import type { z } from "zod";

import type { YamlPath } from "../../problems/yaml-source";

export type Issue = z.core.$ZodIssue;

/** One thing that is wrong, in the alternative of a union that was most likely meant. */
export interface LocatedIssue {
  readonly issue: Issue;
  readonly path: YamlPath;
  /** What stands there. */
  readonly value: unknown;
}

/** Everything that a schema finds wrong with `raw`, without what only follows from something else. */
export function locatedIssues(issues: readonly Issue[], raw: unknown, base: YamlPath = []): LocatedIssue[] {
  return telling(issues).flatMap((issue) => {
    const path: YamlPath = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
    const value = valueAt(raw, path);
    if (issue.code !== "invalid_union" || value === undefined) return [{ issue, path, value }];
    // Of several alternatives, the one that got furthest is the one the user meant.
    const branch = [...issue.errors].sort((a, b) => score(b, value) - score(a, value))[0] ?? [];
    return branch.length > 0 ? locatedIssues(branch, raw, path) : [{ issue, path, value }];
  });
}

/** Without what only follows from another issue: a misspelt choice is not a missing one, and the length of a text in place of a list means nothing. */
function telling(issues: readonly Issue[]): Issue[] {
  const at = ({ path }: Issue) => path.map(String).join("\n");
  const mistyped = new Set(issues.filter(({ code }) => code === "invalid_type").map(at));
  const misspelt = new Set(issues.filter(({ code }) => code === "unrecognized_keys").map(at));
  return issues.filter(
    (issue) =>
      (issue.code === "invalid_type" || !mistyped.has(at(issue))) && !(isChoice(issue) && misspelt.has(at(issue))),
  );
}

/** Whether none of the keys is given of which one has to be. */
function isChoice(issue: Issue): boolean {
  if (issue.code !== "custom" || issue.params?.rule !== "exactly-one") return false;
  const given: unknown = issue.params.keys;
  return !(Array.isArray(given) && given.length > 0);
}

/** Higher is a likelier branch: the right kind of value first, then fewer problems. */
function score(issues: readonly Issue[], value: unknown): number {
  const wrongKind = issues.some(
    (issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value"),
  );
  const literalNearby = typeof value === "string" && issues.every((issue) => issue.code === "invalid_value");
  return (wrongKind && !literalNearby ? -1000 : 0) - issues.length;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
