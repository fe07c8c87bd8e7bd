import { maxDocumentBytes } from "../../aws/quotas";
import type { Range } from "../../problems/problem";
import type { Project } from "../../project/load-project";

/** A Dockerfile template that containers name, and that could be read. */
export interface Template {
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
}

export function templatesOf({ dockerfiles, faults }: Project): Template[] {
  const unread = new Set(faults.map(({ file }) => file));
  return [...dockerfiles]
    .filter(([file]) => !unread.has(file))
    .map(([file, text]) => ({ file, text, bytes: Buffer.byteLength(text) }));
}

/** Whether it has a size that Image Builder takes, so that the rest is worth looking at. */
export function fitsSize({ text, bytes }: Template): boolean {
  return bytes <= maxDocumentBytes && text.trim() !== "";
}

/** Columns of a line of it, from the first up to before the second. */
export function lineRange(line: number, from = 1, to = from): Range {
  return { start: { line, column: from }, end: { line, column: to } };
}
