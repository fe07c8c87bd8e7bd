import { objectOf } from "../../review/plan/json";
import { at, UNKNOWN, type Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";

/** Matches a reference to an attribute of a resource of the same stack, or a quoted text in a template. */
const template = /(?<![$])\$\{(?:"((?:[^"\\]|\\.)*)"|([a-z]\w*\.[\w-]+)\.(\w+))\}/g;

/**
 * Replaces the references in the arguments of a stack's resource by the values in the state, or by `UNKNOWN` if the state does not contain
 * the value.
 *
 * @param found instances of the state by their address in the stack
 */
export function resolved(value: unknown, found: ReadonlyMap<string, ResourceInstance>): Value {
  if (typeof value === "string") return text(value, found);
  if (Array.isArray(value)) return value.map((each: unknown) => resolved(each, found));
  if (typeof value !== "object" || value === null)
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  return Object.fromEntries(Object.entries(objectOf(value)).map(([key, each]) => [key, resolved(each, found)]));
}

function text(given: string, found: ReadonlyMap<string, ResourceInstance>): Value {
  const unknown: string[] = [];
  const result = given.replace(template, (asWritten, quoted: string | undefined, address = "", attribute = "") => {
    if (quoted !== undefined) return JSON.parse(`"${quoted}"`) as string;
    const instance = found.get(String(address));
    const value = instance && at(instance.attributes, String(attribute));
    if (typeof value === "string") return value;
    unknown.push(asWritten);
    return "";
  });
  return unknown.length > 0 ? UNKNOWN : result.replace(/([$%])\1\{/g, "$1{");
}
