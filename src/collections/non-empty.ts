/** Returns a copy of a list, or undefined if it is empty, for requests and definitions that omit empty lists. */
export function nonEmpty<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

/** Returns a map, or undefined if it is empty. */
export function nonEmptyMap<T extends object>(map: T): T | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

/** Returns a map without its undefined members, or undefined if no member remains. */
export function onlyDefined<T extends object>(map: T): T | undefined {
  return nonEmptyMap(withoutUndefined(map));
}

/** Returns a map without its undefined members. */
export function withoutUndefined<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as T;
}
