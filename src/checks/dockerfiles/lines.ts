import type { Range } from "../../problems/problem";

/** Returns the range of columns `from` (inclusive) to `to` (exclusive) of a line. */
export function lineRange(line: number, from = 1, to = from): Range {
  return { start: { line, column: from }, end: { line, column: to } };
}

/** Returns the number of the last line that is not empty; 1 if all are empty. */
export function lastLineOf(text: string): number {
  return Math.max(1, text.split("\n").findLastIndex((line) => line.trim() !== "") + 1);
}
