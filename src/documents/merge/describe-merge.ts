import type { PlannedComponent } from "./plan-merge";

/** `merged 23 components into 20: "linux/a", "linux/b" …`, for the note that says so; undefined where nothing was merged. */
export function describeMerge(components: readonly PlannedComponent[]): string | undefined {
  const merged = components.filter((component) => "merged" in component);
  if (merged.length === 0) return undefined;
  const before = merged.reduce((sum, { uses }) => sum + uses.length - 1, components.length);
  const groups = merged.map(({ uses }) => {
    const names = withCounts(uses.map(({ document }) => document)).join(", ");
    return uses.length === 1 ? `${names} once more under a name of its own` : `${names} into one`;
  });
  return `merged ${before} components into ${components.length}: ${groups.join("; ")}`;
}

/** Each name in quotes, and how often it is there where that is more than once in a row. */
function withCounts(names: readonly string[]): string[] {
  const starts = names.flatMap((name, index) => (name === names[index - 1] ? [] : [index]));
  return starts.map((start, index) => {
    const count = (starts[index + 1] ?? names.length) - start;
    return `"${names[start] ?? ""}"${count === 1 ? "" : ` (${count} times)`}`;
  });
}
