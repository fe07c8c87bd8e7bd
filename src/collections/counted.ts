/** `1 entry`, `2 entries` @param more the plural. Default: `one` with an s. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
