/** Converts a name to a file name: `Golden Image_2` → `golden-image-2`. */
export function slug(name: string): string {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.length < 3 ? `${plain === "" ? "the" : plain}-one` : plain.slice(0, 90).replace(/-+$/, "");
}

/** Converts a name to a file name without its kind: `linux-base-recipe` → `linux-base`. */
export function withoutKind(name: string, ...kinds: readonly string[]): string {
  const short = kinds.reduce((text, kind) => text.replace(new RegExp(`-${kind}$|^${kind}-`), ""), slug(name));
  return short.length < 3 ? slug(name) : short;
}

/** Returns the first of `name`, `name-2`, `name-3`, … that is not in `taken`, and adds it there. */
export function free(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
