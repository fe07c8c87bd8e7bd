import type { PlannedComponent } from "./plan-merge";

/** Returns a note about what was merged, e.g. `merged 23 components into 20: "linux/a", "linux/b" …`; undefined if nothing was merged. */
export function describeMerge(components: readonly PlannedComponent[]): string | undefined {
  const merged = components.filter((component) => "merged" in component);
  if (merged.length === 0) return undefined;
  const before = merged.reduce((sum, { uses }) => sum + uses.length - 1, components.length);
  const groups = merged.map(({ uses }) => {
    const names = withCounts(uses.map(({ document }) => document)).join(", ");
    return uses.length === 1 ? `${names} again under another name` : `${names} into one`;
  });
  return `merged ${before} components into ${components.length}: ${groups.join("; ")}`;
}

/** Returns each name in quotes. Consecutive repeats become one entry with a count. */
function withCounts(names: readonly string[]): string[] {
  const runs: { readonly name: string; count: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.count++;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => `"${name}"${count === 1 ? "" : ` (${count} times)`}`);
}
