import type { YamlPath } from "../problems/yaml-source";

/** Returns the name of a Zod type for messages, with an article: `a list`, `text`. */
export function article(expected: string): string {
  switch (expected) {
    case "array":
      return "a list";
    case "object":
    case "record":
      return "a map";
    case "boolean":
      return "true or false";
    case "int":
      return "a whole number";
    case "string":
      return "text";
    default:
      return `a ${expected}`;
  }
}

/**
 * Returns a value in the form for messages.
 *
 * @param written a number, `true` or `false` as written in the file
 */
export function shown(value: unknown, written?: string): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  if (typeof value === "object") return "a map";
  const text = written ?? (typeof value === "string" ? value : JSON.stringify(value));
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

/** Returns a path in a definition as text: `images.base.distribute[0].region`. */
export function dotted(path: YamlPath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
