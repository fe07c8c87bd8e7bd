import { oncePer } from "../../collections/once-per";
import type { Range } from "../../problems/problem";
import type { Project } from "../../project/load-project";
import { type Instruction, instructionsOf } from "./instructions";

/** A Dockerfile template that a container names and that could be read. */
export interface Template {
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
  readonly instructions: readonly Instruction[];
}

/** Returns the Dockerfile templates of a project; calculated once for each project. */
export const templatesOf = oncePer(({ dockerfiles, faults }: Project): readonly Template[] => {
  const unread = new Set(faults.map(({ file }) => file));
  return [...dockerfiles]
    .filter(([file]) => !unread.has(file))
    .map(([file, text]) => ({ file, text, bytes: Buffer.byteLength(text), instructions: instructionsOf(text) }));
});

/** Returns the range of columns `from` (inclusive) to `to` (exclusive) of a line. */
export function lineRange(line: number, from = 1, to = from): Range {
  return { start: { line, column: from }, end: { line, column: to } };
}

/** Returns the number of the last line that is not empty; 1 if all are empty. */
export function lastLineOf(text: string): number {
  return Math.max(1, text.split("\n").findLastIndex((line) => line.trim() !== "") + 1);
}
