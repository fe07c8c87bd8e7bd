/** A text as one word of a shell: in quotes where it has to be, such as the name `Golden Image`. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
