/** Returns the value at a path of keys and list indexes in an unknown value; undefined if there is none. */
export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce((at: unknown, step) => {
    if (typeof at !== "object" || at === null || Array.isArray(at) !== (typeof step === "number")) return undefined;
    return (at as Record<string | number, unknown>)[step];
  }, value);
}

/** Returns the keys of an unknown value; empty if it is not a map. */
export function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
