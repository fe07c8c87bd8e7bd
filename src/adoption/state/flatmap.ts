/** A node of the tree that the dotted keys form. Each edge is one step of a key. */
interface Node {
  text?: string;
  readonly children: Map<string, Node>;
}

type Expanded = string | readonly Expanded[] | { readonly [name: string]: Expanded };

/**
 * Expands the flat attributes in states of Terraform 0.11 and older. `list.#` is the length of a list, whose items are `list.0` and so on, or
 * `set.2541437006` with a hash. `map.%` is the size of a map, whose keys can contain dots. All values are texts.
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
    // A set has no order. Sorting by hash gives the same order each time.
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
  if (text !== undefined && children.size === 0) return text;
  return Object.fromEntries([...children].map(([step, child]) => [step, expand(child)]));
}

/** Returns the entries of a map whose keys begin with `key`: `tags.a.b` has the key `a.b`. */
function leaves(key: string, { text, children }: Node): [string, string][] {
  return [
    ...(text === undefined ? [] : [[key, text] as [string, string]]),
    ...[...children].flatMap(([step, child]) => leaves(`${key}.${step}`, child)),
  ];
}
