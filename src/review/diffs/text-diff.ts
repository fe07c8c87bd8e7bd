import { structuredPatch } from "diff";

import { counted } from "../../collections/counted";
import { printable } from "../../problems/printable";

/** Difference between two versions of a text, or the reason why it cannot be shown. */
export type TextDiff =
  | { readonly kind: "changed"; readonly added: number; readonly removed: number; readonly lines: readonly DiffLine[] }
  /** The reason in words: "the old text is neither in the state nor in Git". */
  | { readonly kind: "unknown"; readonly why: string };

interface DiffLine {
  readonly sign: "+" | "-" | " " | "@";
  readonly text: string;
}

/** Number of unchanged lines shown around a change. */
const CONTEXT = 2;
/** Maximum number of lines of a diff. */
const MOST_LINES = 400;
/** Maximum number of edits; beyond it the comparison stops and the texts count as too different. */
const MOST_EDITS = 4000;

/** Returns the diff of two texts, or undefined if they are equal. A byte order mark and the kind of line break are ignored. */
export function textDiff(before: string, after: string): TextDiff | undefined {
  const [old, now] = [normal(before), normal(after)];
  if (old === now) return undefined;
  const patch = structuredPatch("before", "after", old, now, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (patch === undefined) return { kind: "unknown", why: "the two texts have too little in common to be compared" };
  const lines = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: hunk }) => [
    { sign: "@", text: `-${oldStart},${oldLines} +${newStart},${newLines}` } as const,
    ...hunk
      .filter((line) => !line.startsWith("\\"))
      .map((line) => ({ sign: signOf(line), text: shown(line.slice(1)) })),
  ]);
  const count = (sign: DiffLine["sign"]): number => lines.filter((line) => line.sign === sign).length;
  const most = lines.slice(0, MOST_LINES);
  const left = lines.length - most.length;
  return {
    kind: "changed",
    added: count("+"),
    removed: count("-"),
    lines: left === 0 ? most : [...most, { sign: "@", text: `${left} more lines` }],
  };
}

/** Returns the size of a diff in words, such as `12 lines`: the larger of added and removed lines, so that an edited line counts once. */
export function sizeInWords(diff: TextDiff): string {
  if (diff.kind !== "changed") return "text not known";
  return counted(Math.max(diff.added, diff.removed), "line");
}

function signOf(line: string): "+" | "-" | " " {
  return line.startsWith("+") ? "+" : line.startsWith("-") ? "-" : " ";
}

function normal(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

/** Escapes characters that would show a reviewer another text than the one that is built. Tabs stay, because they are usual in documents. */
function shown(line: string): string {
  return line.split("\t").map(printable).join("\t");
}
