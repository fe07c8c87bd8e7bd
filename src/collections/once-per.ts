/** Returns a function that calculates its result once for each argument. Arguments are objects that do not change, such as a project. */
export function oncePer<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** Returns a function that calculates its result once for each text, such as a region. Caches the promise if `compute` returns one. */
export function oncePerText<V>(compute: (text: string) => V): (text: string) => V {
  return oncePerKey((text) => text, compute);
}

/** Returns a function that calculates its result once for each key of its argument, such as the name of a resource. */
export function oncePerKey<T, V>(keyOf: (argument: T) => string, compute: (argument: T) => V): (argument: T) => V {
  const known = new Map<string, { readonly value: V }>();
  return (argument) => {
    const key = keyOf(argument);
    const { value } = known.get(key) ?? { value: compute(argument) };
    known.set(key, { value });
    return value;
  };
}
