/** Returns an own property of a record. Undefined if there is none, even for a key such as `constructor`, which names of users can be. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
