import { nonEmptyMap } from "../../collections/non-empty";

/** Returns a text as it is written: unchanged in a request to AWS, escaped in the JSON for Terraform. */
export type Text = (text: string) => string;

export function optionalText(given: string | undefined, text: Text): string | undefined {
  return given === undefined ? undefined : text(given);
}

/** Returns a map with its keys and values as they are written. Undefined for an empty map, because the API refuses it. */
export function texts(map: Readonly<Record<string, string>>, text: Text): Record<string, string> | undefined {
  return nonEmptyMap(Object.fromEntries(Object.entries(map).map(([key, value]) => [text(key), text(value)])));
}
