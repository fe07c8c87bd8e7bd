import { didYouMean, listOf } from "../../problems/suggest";

/** Returns a suggestion for a reference that names the unknown `got`. */
export function candidateLike(got: string, candidates: readonly string[]): string {
  const some = `write one of ${listOf(candidates.slice(0, 20))}`;
  return didYouMean(got, candidates, candidates.length === 0 ? "remove the reference" : some);
}
