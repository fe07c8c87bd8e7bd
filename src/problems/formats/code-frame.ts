import { printableLine } from "../printable";
import type { Problem } from "../problem";

/** Maximum number of characters of a line that are shown. Documents in JSON are often one line of many thousand characters. */
const mostShown = 120;
/** Number of characters to the left of the problem that are kept if a line is shortened. */
const leftOfPlace = 40;

export interface FrameColours {
  readonly gutter: (text: string) => string;
  readonly caret: (text: string) => string;
}

/**
 * Returns the line of a problem, the line before it, and carets below the wrong part; an empty list if the line is empty or unknown.
 *
 *     11 |   - name: Fetch
 *     12 |     action: ExecuteBsh
 *        |             ^^^^^^^^^^
 *
 * @param columns width of the output. Longer lines are cut, because a wrapped line would move the carets. Default: no limit
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
  // At least wide enough for the part left of the problem and ten characters of the problem.
  const maxWidth = Math.max(leftOfPlace + 10, Math.min(mostShown, columns - numberWidth - " | ".length));
  const cut = line.length > maxWidth && start > leftOfPlace ? start - leftOfPlace : 0;
  const row = (label: string, content: string) =>
    `${colours.gutter(`${label.padStart(numberWidth)} |`)} ${content}`.trimEnd();

  const before = problem.line > 1 ? lines[problem.line - 2] : undefined;
  const shown = line.slice(cut, cut + maxWidth);
  const offset = start - cut;
  // Tabs are kept so that the caret is below the problem at any tab width.
  const indent = shown.slice(0, offset).replace(/[^\t]/g, " ").padEnd(offset);
  return [
    ...(before === undefined || cut > 0
      ? []
      : [row(String(problem.line - 1), printableLine(before.slice(0, maxWidth)))]),
    row(String(problem.line), printableLine(shown)),
    row("", indent + colours.caret("^".repeat(caretLength(problem, line, shown.length - offset)))),
  ];
}

/** Returns the number of carets. A problem may span several lines: only its first line is marked. */
function caretLength({ line, column, end }: Problem, text: string, room: number): number {
  const endColumn = end === undefined ? column + 1 : end.line > line ? text.length + 1 : end.column;
  return Math.max(1, Math.min(endColumn - column, room));
}
