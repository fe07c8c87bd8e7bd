/**
 * Returns a count with its noun: `1 entry`, `2 entries`.
 *
 * @param more plural of the noun. Default: `one` with an s.
 */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
