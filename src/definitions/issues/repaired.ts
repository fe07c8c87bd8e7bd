import type { YamlSource } from "../../problems/yaml-source";
import type { LocatedIssue } from "./located-issues";

/**
 * Returns a copy of a definition with simple mistakes fixed, so that the rest can be checked in the same run: unknown keys are removed, and
 * numbers and booleans become text where text is expected. Returns undefined if there are other mistakes.
 */
export function repaired(raw: unknown, issues: readonly LocatedIssue[], source: YamlSource): unknown {
  const copy = structuredClone(raw);
  for (const { issue, path } of issues) {
    const written = source.writtenLiteral(path);
    if (issue.code === "unrecognized_keys") {
      const map = path.reduce(step, copy) as Record<string, unknown>;
      for (const key of issue.keys) Reflect.deleteProperty(map, key);
    } else if (issue.code === "invalid_type" && issue.expected === "string" && written !== undefined) {
      const parent = path.slice(0, -1).reduce(step, copy) as Record<string | number, unknown>;
      parent[path.at(-1) ?? ""] = written;
    } else return undefined;
  }
  return copy;
}

function step(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key];
}
