/** What colours a text, and takes no room. */
const colours = /\u001b\[[0-9;]*m/g;

/** A command that somebody copies: in quotes or backticks, or all that follows "run " or a colon to the end of the line. */
const command =
  /(["`])(?:npx|npm|golden-images|terraform|tofu|aws|git) [^"`]+\1[^ ]*|(?<=(?:run|:) )(?:npx|npm run|golden-images) [^"`]+$/g;

/** Stands for a space at which nothing is broken. */
const kept = "\0";

/**
 * A line broken between words into lines of at most so many columns, all but the first `hang` columns further in than it. Only single spaces are
 * broken at: columns stay together. A word that is too long alone stays whole, so that it can be copied, and so does a command that fits a line.
 */
export function wrapped(line: string, columns: number, hang = 2): string[] {
  const indent = " ".repeat((/^ */.exec(line)?.[0].length ?? 0) + hang);
  const room = columns - indent.length;
  const whole = line.replace(command, (text) => (widthOf(text) <= room ? text.replaceAll(" ", kept) : text));
  const [first = "", ...words] = whole.split(/(?<=[^ ]) (?! )/);
  const lines = [first];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (widthOf(last) + 1 + widthOf(word) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${word}`);
  }
  return lines.map((each) => each.replaceAll(kept, " "));
}

/** Each line of a text, as `wrapped`. */
export function wrappedText(text: string, columns = Infinity, hang?: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapped(line, columns, hang))
    .join("\n");
}

function widthOf(text: string): number {
  return text.replace(colours, "").length;
}
