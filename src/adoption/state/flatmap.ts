/** One step of the dotted keys. */
interface Node {
  text?: string;
  readonly children: Map<string, Node>;
}

type Expanded = string | readonly Expanded[] | { readonly [name: string]: Expanded };

/**
 * The attributes of a state of Terraform 0.11 and older, which keeps them flat: `list.#` counts a list, whose elements are `list.0`, or
 * `set.2541437006` by a hash; `map.%` counts a map, whose keys may hold dots. All values are texts.
 *
 * Source: Terraform, internal/legacy/hcl2shim/flatmap.go.
 */
export function expandFlatmap(flat: Readonly<Record<string, string>>): Expanded {
  const root: Node = { children: new Map() };
  for (const [key, text] of Object.entries(flat)) {
    let node = root;
    for (const step of key.split(".")) {
      const next = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    node.text = text;
  }
  return expand(root);
}

function expand({ text, children }: Node): Expanded {
  if (children.has("#")) {
    // A set has no order; that of the hashes is the same each time it is read.
    return [...children]
      .filter(([step]) => step !== "#")
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, child]) => expand(child));
  }
  if (children.has("%")) {
    return Object.fromEntries(
      [...children].filter(([step]) => step !== "%").flatMap(([step, child]) => leaves(step, child)),
    );
  }
  if (children.size === 0) return text ?? "";
  return Object.fromEntries([...children].map(([step, child]) => [step, expand(child)]));
}

/** The entries of a map below one step of its keys: `tags.a.b` has the key `a.b`. */
function leaves(key: string, { text, children }: Node): [string, string][] {
  return [
    ...(text === undefined ? [] : [[key, text] as [string, string]]),
    ...[...children].flatMap(([step, child]) => leaves(`${key}.${step}`, child)),
  ];
}
