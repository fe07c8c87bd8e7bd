import { distance } from "fastest-levenshtein";

/** Returns the candidate that `got` is most likely a misspelling of; undefined if none is similar. Ignores case. */
export function nearest(got: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A distance of half the length finds `ExecuteBash` for `ExecuteBsh` but does not suggest `type` for `size`.
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

/** Returns a fix: `did you mean "size"?` if a candidate is similar, else the list of allowed values. */
export function writeOneOf(got: string, candidates: readonly string[]): string {
  const suggestion = nearest(got, candidates);
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
  return candidates.length === 1 ? `write ${listOf(candidates)}` : `write one of ${listOf(candidates)}`;
}

/** Returns a fix: `did you mean "size"?` if a declared name is similar, else `remove it` with the list of declared names. */
export function removeOrRename(got: string, declared: readonly string[]): string {
  const suggestion = nearest(got, declared);
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`;
  return declared.length === 0 ? "remove it" : `remove it; declared: ${listOf(declared)}`;
}

/** Returns values in quotes: `"a", "b", "c"`. */
export function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}
