/** Returns a text as one word of a shell command, in quotes if needed, for example for the name `Golden Image`. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
