import { Help } from "@commander-js/extra-typings";

/** As wide as the narrowest usual terminal. */
const columns = 80;

/** A text with an empty line before it, broken between words into lines of at most 80 columns. */
export function paragraph(text: string): string {
  const lines = text.trimEnd().split("\n");
  return `\n${lines.map((line) => new Help().boxWrap(line, columns)).join("\n")}\n`;
}
