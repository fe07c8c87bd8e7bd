/** Returns texts as quoted arguments of a bash command. */
export function quote(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(" ");
}
