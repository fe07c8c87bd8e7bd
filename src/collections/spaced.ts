/** Joins the words that are present with spaces. */
export function spaced(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(" ");
}
