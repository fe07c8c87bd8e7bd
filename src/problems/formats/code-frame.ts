import { printableLine } from "../printable";
import type { Problem } from "../problem";

/** Documents written as JSON often are one line of many thousand characters. */
const mostShown = 120;
/** Characters kept to the left of the place in a line that is cut. */
const leftOfPlace = 40;

export interface FrameColours {
  readonly gutter: (text: string) => string;
  readonly caret: (text: string) => string;
}

/**
 * The line of a problem under the line before it, with carets under what is wrong; empty where there is nothing to show.
 *
 *     11 |   - name: Fetch
 *     12 |     action: ExecuteBsh
 *        |             ^^^^^^^^^^
 *
 * @param columns what a row has room for; a longer one would put the carets under another place. Default: no end
 */
export function codeFrame(
  lines: readonly string[],
  problem: Problem,
  colours: FrameColours,
  columns = Infinity,
): string[] {
  const line = lines[problem.line - 1];
  if (line === undefined || line.trim() === "") return [];

  const numberWidth = String(problem.line).length;
  const start = problem.column - 1;
  // At the least, what is left of the place and some of it.
  const maxWidth = Math.max(leftOfPlace + 10, Math.min(mostShown, columns - numberWidth - " | ".length));
  const cut = line.length > maxWidth && start > leftOfPlace ? start - leftOfPlace : 0;
  const row = (label: string, content: string) =>
    `${colours.gutter(`${label.padStart(numberWidth)} |`)} ${content}`.trimEnd();

  const before = problem.line > 1 ? lines[problem.line - 2] : undefined;
  const shown = line.slice(cut, cut + maxWidth);
  const offset = start - cut;
  // A tab stays a tab, so that the caret stands under the place at any tab width.
  const indent = shown.slice(0, offset).replace(/[^\t]/g, " ").padEnd(offset);
  return [
    ...(before === undefined || cut > 0
      ? []
      : [row(String(problem.line - 1), printableLine(before.slice(0, maxWidth)))]),
    row(String(problem.line), printableLine(shown)),
    row("", indent + colours.caret("^".repeat(caretLength(problem, line, shown.length - offset)))),
  ];
}

/** What is wrong may go on over several lines: carets mark its first line. */
function caretLength({ line, column, end }: Problem, text: string, room: number): number {
  const endColumn = end === undefined ? column + 1 : end.line > line ? text.length + 1 : end.column;
  return Math.max(1, Math.min(endColumn - column, room));
}
