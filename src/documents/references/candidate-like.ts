import { listOf, nearest } from "../../problems/suggest";

/** Returns a suggestion for a reference that names the unknown `got`. */
export function candidateLike(got: string, candidates: readonly string[]): string {
  const near = nearest(got.slice(0, 100), candidates);
  if (near !== undefined) return `did you mean "${near.slice(0, 100)}"?`;
  return candidates.length === 0 ? "remove the reference" : `write one of ${listOf(candidates.slice(0, 20))}`;
}
