/** JSON that has not been validated. */
export type Json = unknown;

/** Returns the value at a path of keys. Only an object's own members count: a plan may contain a key such as `constructor`. */
export function member(value: Json, ...path: readonly string[]): unknown {
  return path.reduce<Json>((here, key) => {
    const object = objectOf(here);
    return Object.hasOwn(object, key) ? object[key] : undefined;
  }, value);
}

/** Returns the object at a path, or an empty object. */
export function objectOf(value: Json, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  const found = path.length === 0 ? value : member(value, ...path);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
}

/** Returns the list at a path, or an empty list. */
export function arrayOf(value: Json, ...path: readonly string[]): readonly unknown[] {
  const found = member(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

export function stringOf(value: Json, ...path: readonly string[]): string | undefined {
  const found = member(value, ...path);
  return typeof found === "string" ? found : undefined;
}

/** Returns the strings in the list at a path. */
export function stringsOf(value: Json, ...path: readonly string[]): readonly string[] {
  return arrayOf(value, ...path).filter((each) => typeof each === "string");
}
