/** What stands at a path in what may be anything, by the keys of maps and the places in lists. */
export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((at: unknown, step) => {
    if (typeof at !== "object" || at === null || Array.isArray(at) !== (typeof step === "number")) return undefined;
    return (at as Record<string | number, unknown>)[step];
  }, value);
}

/** The keys of what may be anything. */
export function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
