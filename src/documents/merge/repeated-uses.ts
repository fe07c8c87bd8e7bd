import type { Run } from "./best-runs";
import { type ComponentUse, isDocumentUse } from "./component-use";

/** Checks whether a document is used more than once. */
export function hasRepeats(uses: readonly ComponentUse[]): boolean {
  const documents = uses.filter(isDocumentUse).map(({ document }) => document);
  return new Set(documents).size < documents.length;
}

/** Returns the runs that have to become one component each: all uses of a document, as far as they fit into one document. */
export function blocksOf(uses: readonly ComponentUse[], longest: readonly number[]): Run[] {
  const blocks: Run[] = [];
  for (let start = 0; start < uses.length;) {
    let end = start + 1;
    for (let at = start; at < end; at++) end = Math.max(end, endOfUses(uses, at, longest[start] ?? end));
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** Returns the index after the last use, before `limit`, of the document that is used at `at`. */
function endOfUses(uses: readonly ComponentUse[], at: number, limit: number): number {
  const use = uses[at];
  if (use === undefined || !isDocumentUse(use)) return at + 1;
  for (let index = limit - 1; index > at; index--) {
    const other = uses[index];
    if (other !== undefined && isDocumentUse(other) && other.document === use.document) return index + 1;
  }
  return at + 1;
}
