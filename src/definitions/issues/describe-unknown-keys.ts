import type { Problem } from "../../problems/problem";
import { unknownKey } from "../../problems/rules/unknown-key";
import { nearest } from "../../problems/suggest";
import { dotted } from "../words";
import type { IssuePlace } from "./issue-place";
import { knownKeys } from "./known-keys";
import { placesOfKey } from "./places-of-key";

export function describeUnknownKeys(keys: readonly string[], at: IssuePlace): Problem[] {
  const { path, source } = at;
  const where = path.length > 0 ? ` in "${dotted(path)}"` : "";
  return keys.map((key) =>
    source.keyProblem(unknownKey, [...path, key], `unknown key "${key}"${where}`, keyFix(key, at)),
  );
}

/** Suggests a similar key, or a place at which the key is allowed, or lists the keys that are allowed here. */
function keyFix(key: string, { path, schema }: IssuePlace): string {
  const known = knownKeys(schema, path);
  const near = nearest(key, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const places = placesOfKey(schema, path, key);
  if (places.length > 0) return `did you mean ${places.map((place) => `"${place}"`).join(" or ")}?`;
  return known.length === 0 ? "remove it" : `remove it; allowed here: ${known.join(", ")}`;
}
