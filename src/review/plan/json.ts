/** JSON that nobody has checked. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: Json): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function arrayOf(value: Json): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function stringOf(value: Json): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function stringsOf(value: Json): readonly string[] {
  return arrayOf(value).filter((each) => typeof each === "string");
}

/** The member of an object that is its own: a plan may hold a key such as `constructor`. */
export function member(value: Json, key: string): unknown {
  const object = objectOf(value);
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
