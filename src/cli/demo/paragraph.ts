import { wrappedText } from "../../problems/wrapped";

/** Width of the narrowest common terminal. */
const columns = 80;

/** Returns a text wrapped to at most 80 columns, with an empty line before it. */
export function paragraph(text: string): string {
  return `\n${wrappedText(text.trimEnd(), columns, 0)}\n`;
}
