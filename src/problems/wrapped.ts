/** Escape sequence that sets a colour. It has no width. */
const colours = /\u001b\[[0-9;]*m/g;

/** A command that a user may copy: in quotes or backticks, or everything from "run " or ": " to the end of the line. */
const command =
  /(["`])(?:npx|npm|golden-images|terraform|tofu|aws|git) [^"`]+\1[^ ]*|(?<=(?:run|:) )(?:npx|npm run|golden-images) [^"`]+$/g;

/** Replaces a space at which the line must not be broken. */
const kept = "\0";

/**
 * Wraps a line at single spaces to at most `columns` columns. Lines after the first are indented by `hang` more columns. Several spaces in
 * a row are kept so that tables stay aligned. A word that is too long, and a command that fits on one line, stay whole so that they can be
 * copied.
 */
export function wrapped(line: string, columns: number, hang = 2): string[] {
  const indent = " ".repeat((/^ */.exec(line)?.[0].length ?? 0) + hang);
  const room = columns - indent.length;
  const whole = line.replace(command, (text) => (widthOf(text) <= room ? text.replaceAll(" ", kept) : text));
  const [first = "", ...words] = whole.split(/(?<=[^ ]) (?! )/);
  const lines: string[] = [];
  let last = first;
  for (const word of words) {
    if (widthOf(last) + 1 + widthOf(word) <= columns) last += ` ${word}`;
    else {
      lines.push(last);
      last = indent + word;
    }
  }
  return [...lines, last].map((each) => each.replaceAll(kept, " "));
}

/** Wraps each line of a text as `wrapped` does. */
export function wrappedText(text: string, columns = Infinity, hang?: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapped(line, columns, hang))
    .join("\n");
}

function widthOf(text: string): number {
  return text.replace(colours, "").length;
}
