/** A list as a request or definition takes it: absent where it is empty. */
export function nonEmpty<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

/** The same for a map. */
export function nonEmptyMap<T extends object>(map: T): T | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

/** A map without the members that are undefined; absent where that leaves none. */
export function onlyDefined<T extends object>(map: T): T | undefined {
  return nonEmptyMap(withoutUndefined(map));
}

/** A map without the members that are undefined. */
export function withoutUndefined<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as T;
}
