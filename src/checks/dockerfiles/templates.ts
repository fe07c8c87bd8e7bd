import { oncePer } from "../../collections/once-per";
import type { Range } from "../../problems/problem";
import type { Project } from "../../project/load-project";
import { type Instruction, instructionsOf } from "./instructions";

/** A Dockerfile template that containers name, and that could be read. */
export interface Template {
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
  readonly instructions: readonly Instruction[];
}

export const templatesOf = oncePer(({ dockerfiles, faults }: Project): readonly Template[] => {
  const unread = new Set(faults.map(({ file }) => file));
  return [...dockerfiles]
    .filter(([file]) => !unread.has(file))
    .map(([file, text]) => ({ file, text, bytes: Buffer.byteLength(text), instructions: instructionsOf(text) }));
});

/** Columns of a line of it, from the first up to before the second. */
export function lineRange(line: number, from = 1, to = from): Range {
  return { start: { line, column: from }, end: { line, column: to } };
}

/** Number of the last line that holds anything; 1 where none does. */
export function lastLineOf(text: string): number {
  return Math.max(1, text.split("\n").findLastIndex((line) => line.trim() !== "") + 1);
}
