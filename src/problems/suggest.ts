import { distance } from "fastest-levenshtein";

/** Maximum number of characters that are compared. Names that people write are shorter; a text of any length stays fast to compare. */
const maxCompared = 200;

/** Returns the candidate that `got` is most likely a misspelling of; undefined if none is similar. Ignores case. */
export function nearest(got: string, candidates: Iterable<string>): string | undefined {
  const start = got.slice(0, maxCompared).toLowerCase();
  let best: string | undefined;
  // A distance of half the length finds `ExecuteBash` for `ExecuteBsh` but does not suggest `type` for `size`.
  let bound = Math.min(4, Math.ceil(start.length / 2) + 1);
  for (const candidate of candidates) {
    const d = distance(start, candidate.toLowerCase());
    if (d < bound) {
      best = candidate;
      bound = d;
    }
  }
  return best;
}

/** Returns a fix: `did you mean "size"?` if a candidate is similar, else `otherwise`. */
export function didYouMean(got: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(got, candidates);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}

/** Returns a fix: `did you mean "size"?` if a candidate is similar, else the list of allowed values. */
export function writeOneOf(got: string, candidates: readonly string[]): string {
  const all = listOf(candidates);
  return didYouMean(got, candidates, candidates.length === 1 ? `write ${all}` : `write one of ${all}`);
}

/** Returns a fix: `did you mean "size"?` if a declared name is similar, else `remove it` with the list of declared names. */
export function removeOrRename(got: string, declared: readonly string[]): string {
  return didYouMean(got, declared, declared.length === 0 ? "remove it" : `remove it; declared: ${listOf(declared)}`);
}

/** Returns values in quotes: `"a", "b", "c"`. */
export function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}
