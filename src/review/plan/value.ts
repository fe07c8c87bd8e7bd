/** Replaces a value that Terraform or this review treats as sensitive. */
export const SENSITIVE = Symbol("sensitive");
/** Replaces a value that Terraform knows only after apply. */
export const UNKNOWN = Symbol("known after apply");

/** Value of a resource attribute, with hidden parts replaced. */
export type Value =
  null | boolean | number | string | typeof SENSITIVE | typeof UNKNOWN | readonly Value[] | ValueObject;

/** An interface, because a `Record` type cannot refer to itself. */
export interface ValueObject {
  readonly [name: string]: Value;
}

/** Attribute names and list indexes from a resource to one of its values. */
export type Path = readonly (string | number)[];

/** Returns the value at a path; null if there is none. */
export function at(value: Value, ...path: Path): Value {
  let here: Value = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return here === UNKNOWN || here === SENSITIVE ? here : null;
    const next: Value | undefined = Array.isArray(here)
      ? (here as readonly Value[])[step as number]
      : Object.hasOwn(here, step)
        ? (here as ValueObject)[step]
        : undefined;
    if (next === undefined) return null;
    here = next;
  }
  return here;
}

/** Returns the text at a path; undefined if it is missing, empty or hidden. */
export function textAt(value: Value, ...path: Path): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** Returns the elements of the list at a path; empty if there is no list. */
export function listAt(value: Value, ...path: Path): readonly Value[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly Value[]) : [];
}

/** Returns the texts in the list at a path. */
export function textsAt(value: Value, ...path: Path): readonly string[] {
  return listAt(value, ...path).filter((each) => typeof each === "string");
}

/** Returns the members of the object at a path; empty if there is no object. */
export function membersAt(value: Value, ...path: Path): readonly (readonly [string, Value])[] {
  const found = at(value, ...path);
  return isObject(found) ? Object.entries(found) : [];
}

/** Returns the number at a path, also if the provider writes it as text. */
export function numberAt(value: Value, ...path: Path): number | undefined {
  const found = at(value, ...path);
  if (typeof found === "number") return found;
  return typeof found === "string" && /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : undefined;
}

/** Returns the boolean at a path, also if the provider writes it as text. */
export function booleanAt(value: Value, ...path: Path): boolean | undefined {
  const found = at(value, ...path);
  if (typeof found === "boolean") return found;
  return found === "true" ? true : found === "false" ? false : undefined;
}

export function isObject(value: Value): value is ValueObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Checks whether a value is empty: null, "", or a list or object with only empty members. Providers use these interchangeably. */
export function isEmpty(value: Value): boolean {
  if (value === null || value === "") return true;
  if (typeof value !== "object") return false;
  return Object.values(value).every(isEmpty);
}

/** Checks whether a value is a JSON document such as a policy. */
export function isJson(value: Value): boolean {
  return typeof value === "string" && /^\s*\{\s*"/.test(value);
}

/** Returns a value as readable text on one line, cut to `most` characters. */
export function inWords(value: Value, most = 120): string {
  const text = written(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function written(value: Value): string {
  if (value === SENSITIVE) return "(sensitive)";
  if (value === UNKNOWN) return "(known after apply)";
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "nothing" : JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(written).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  return `{ ${Object.entries(value)
    .filter(([, each]) => !isEmpty(each))
    .map(([key, each]) => `${key}: ${written(each)}`)
    .join(", ")} }`;
}

/** Returns a value for JSON; hidden and unknown parts become texts. */
export function plainValue(value: Value): unknown {
  if (value === SENSITIVE || value === UNKNOWN) return written(value);
  if (Array.isArray(value)) return (value as readonly Value[]).map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainValue(each)]));
}
