import type { LocatedIssue } from "./issues";

/**
 * What a definition would hold if its plainest mistakes were fixed: keys that nobody knows left out, numbers and booleans written as text
 * where text is expected. What else it says can then be checked in the same run. Undefined where more than that is wrong.
 */
export function repaired(raw: unknown, issues: readonly LocatedIssue[]): unknown {
  const copy = structuredClone(raw);
  for (const { issue, path, value } of issues) {
    if (issue.code === "unrecognized_keys") {
      const map = path.reduce(step, copy) as Record<string, unknown>;
      for (const key of issue.keys) Reflect.deleteProperty(map, key);
    } else if (issue.code === "invalid_type" && issue.expected === "string" && isPlain(value)) {
      const parent = path.slice(0, -1).reduce(step, copy) as Record<string | number, unknown>;
      parent[path.at(-1) ?? ""] = String(value);
    } else return undefined;
  }
  return copy;
}

function isPlain(value: unknown): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function step(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key];
}
