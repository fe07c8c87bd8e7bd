/** For bash: each of the texts as one argument. */
export function quote(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(" ");
}
