import type { RecipeKind } from "../model/recipe";
import type { YamlPath } from "../problems/yaml-source";
import { fieldOf } from "./field-of";

/** A value that an environment lists under `values`: text, a number, true or false, or a list of texts. */
export type Value = string | number | boolean | readonly string[];

/** Values of an environment, by name. */
export type Values = ReadonlyMap<string, Value>;

/** A reference to a value that could not be replaced, with the reason. */
export interface ValueFault {
  readonly path: YamlPath;
  /** Name in `${var.name}`. */
  readonly name: string;
  readonly why: "unknown" | "misplaced" | "in-key" | "list-in-text";
}

/** The content of a file after its references are replaced. */
export interface Valued {
  readonly raw: unknown;
  readonly faults: readonly ValueFault[];
}

/** Matches `${var.name}`. `$${var.name}` is plain text. */
const reference = /(\$?)\$\{var\.([^}]*)\}/g;

/** Keys of an environment in which references are not replaced: the values themselves, and text for Terraform. */
const ownWords = new Set(["values", "overrides"]);

/**
 * Keys that name other files of the project. Their values are the same in every environment: which files are used, and how components are
 * merged, must not depend on the environment. Lists can contain these names as plain text.
 */
const namesOfFiles = new Set(["component", "workflow", "container", "dockerfile"]);
const listsOfFiles = new Set(["components", "workflows"]);

/** Replaces `${var.name}` in values, but not in keys. If a text is nothing but a reference, the result has the type of the value. */
export function withValues(raw: unknown, values: Values, kind: RecipeKind | "environment"): Valued {
  const faults: ValueFault[] = [];

  const replaced = (value: unknown, path: YamlPath): unknown => {
    if (typeof value === "string") return replacedText(value, path);
    if (Array.isArray(value)) return value.map((item, index) => replaced(item, [...path, index]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => {
      for (const { name } of referencesIn(key)) faults.push({ path: [...path, key], name, why: "in-key" });
      const isOwn = kind === "environment" && path.length === 0 && ownWords.has(key);
      return [key, isOwn ? (item as unknown) : replaced(item, [...path, key])] as const;
    });
    return Object.fromEntries(entries);
  };

  const replacedText = (text: string, path: YamlPath): unknown => {
    const found = referencesIn(text);
    for (const { name } of found) {
      if (kind !== "environment" && isFixed(path, kind)) faults.push({ path, name, why: "misplaced" });
      else if (!values.has(name)) faults.push({ path, name, why: "unknown" });
      else if (Array.isArray(values.get(name)) && !isWhole(text)) faults.push({ path, name, why: "list-in-text" });
    }
    const [only] = found;
    if (only !== undefined && isWhole(text) && values.has(only.name)) return values.get(only.name);
    return text.replace(reference, (whole: string, escape: string, name: string) => {
      const value = values.get(name);
      return escape === "" ? (value === undefined ? whole : String(value)) : whole.slice(1);
    });
  };

  return { raw: replaced(raw, []), faults };
}

/** Returns all references in a file, also where values are not allowed. Without values, each of them is a fault. */
export function valuesUsed(raw: unknown): readonly ValueFault[] {
  return withValues(raw, new Map(), "image").faults;
}

/** Returns the values of an environment. Omits values of an invalid type, which the schema reports. */
export function valuesIn(environment: unknown): Values {
  const listed = fieldOf(environment, "values");
  if (typeof listed !== "object" || listed === null) return new Map();
  return new Map(Object.entries(listed).flatMap(([name, value]) => (isValue(value) ? [[name, value] as const] : [])));
}

/** Checks whether an environment has the key `values`, even if it is empty. */
export function listsValues(environment: unknown): boolean {
  return typeof environment === "object" && environment !== null && "values" in environment;
}

function isValue(value: unknown): value is Value {
  return Array.isArray(value)
    ? value.every((item) => typeof item === "string")
    : ["string", "number", "boolean"].includes(typeof value);
}

function referencesIn(text: string): { readonly name: string }[] {
  return Array.from(text.matchAll(reference), ([, escape, name = ""]) => ({ escape, name })).filter(
    ({ escape }) => escape === "",
  );
}

function isWhole(text: string): boolean {
  return /^\$\{var\.[^}]*\}$/.test(text);
}

function isFixed(path: YamlPath, kind: RecipeKind): boolean {
  const [first, second] = path;
  if (path.length === 1) return first === "version" || namesOfFiles.has(String(first));
  if (first === "parent") return second === (kind === "image" ? "image" : "container");
  if (!listsOfFiles.has(String(first))) return false;
  return path.length === 2 || (path.length === 3 && namesOfFiles.has(String(path[2])));
}
