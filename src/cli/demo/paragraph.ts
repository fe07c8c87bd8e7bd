import { wrappedText } from "../../problems/wrapped";

/** As wide as the narrowest usual terminal. */
const columns = 80;

/** A text with an empty line before it, broken between words into lines of at most 80 columns. */
export function paragraph(text: string): string {
  return `\n${wrappedText(text.trimEnd(), columns, 0)}\n`;
}
