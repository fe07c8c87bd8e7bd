/** A name as a file is called: `Golden Image_2` becomes `golden-image-2`. */
export function slug(name: string): string {
  const plain = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.length < 3 ? `${plain === "" ? "the" : plain}-one` : plain.slice(0, 90).replace(/-+$/, "");
}

/** The name without what it only says of its kind: `linux-base-recipe` becomes `linux-base`. */
export function withoutKind(name: string, ...kinds: readonly string[]): string {
  const short = kinds.reduce((text, kind) => text.replace(new RegExp(`-${kind}$|^${kind}-`), ""), slug(name));
  return short.length < 3 ? slug(name) : short;
}

/** The first of `name`, `name-2`, `name-3`, … that is free; takes it. */
export function free(name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
