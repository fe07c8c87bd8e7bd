import { distance } from "fastest-levenshtein";

/** The candidate that `got` is most likely a misspelling of; undefined where none is near. Case does not count. */
export function nearest(got: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Half the length lets `ExecuteBsh` find `ExecuteBash`, and keeps `size` from suggesting `type`.
  let bound = Math.min(4, Math.ceil(got.length / 2) + 1);
  for (const candidate of candidates) {
    const d = distance(got.toLowerCase(), candidate.toLowerCase());
    if (d < bound) {
      best = candidate;
      bound = d;
    }
  }
  return best;
}

/** `write "size"` where a candidate is near, else the list of what is allowed. */
export function writeOneOf(got: string, candidates: readonly string[]): string {
  const suggestion = nearest(got, candidates);
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
  return candidates.length === 1 ? `write ${listOf(candidates)}` : `write one of ${listOf(candidates)}`;
}

/** `did you mean "size"?` where a declared name is near, else to remove it. */
export function removeOrRename(got: string, declared: readonly string[]): string {
  const suggestion = nearest(got, declared);
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
  return declared.length === 0 ? "remove it" : `remove it; declared: ${listOf(declared)}`;
}

/** `"a", "b", "c"` */
export function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}
