/** Returns the values without duplicates, in order of their first occurrences. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Returns the texts without duplicates, sorted by code units. */
export function sortedUnique(texts: readonly string[]): string[] {
  return unique(texts).sort();
}
