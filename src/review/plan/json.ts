/** JSON that nobody has checked. */
export type Json = unknown;

/** What is at a path of keys. Only members of an object's own count: a plan may hold a key such as `constructor`. */
export function member(value: Json, ...path: readonly string[]): unknown {
  return path.reduce<Json>((here, key) => {
    const object = objectOf(here);
    return Object.hasOwn(object, key) ? object[key] : undefined;
  }, value);
}

/** The object at a path; an empty one where there is none. */
export function objectOf(value: Json, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  const found = path.length === 0 ? value : member(value, ...path);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
}

/** The list at a path; an empty one where there is none. */
export function arrayOf(value: Json, ...path: readonly string[]): readonly unknown[] {
  const found = member(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}

export function stringOf(value: Json, ...path: readonly string[]): string | undefined {
  const found = member(value, ...path);
  return typeof found === "string" ? found : undefined;
}

/** The texts in the list at a path. */
export function stringsOf(value: Json, ...path: readonly string[]): readonly string[] {
  return arrayOf(value, ...path).filter((each) => typeof each === "string");
}
