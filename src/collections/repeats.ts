/** Returns each item whose key an earlier item has, together with the first item of that key. */
export function repeats<T>(items: Iterable<T>, keyOf: (item: T) => string): { readonly item: T; readonly first: T }[] {
  const known = new Map<string, T>();
  const found: { readonly item: T; readonly first: T }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const first = known.get(key);
    if (first === undefined) known.set(key, item);
    else found.push({ item, first });
  }
  return found;
}
