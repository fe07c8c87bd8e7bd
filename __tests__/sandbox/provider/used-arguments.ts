/** Of Terraform's JSON form of a provider's schema, what is needed here. */
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, { readonly optional?: boolean; readonly required?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

type Value = Readonly<Record<string, unknown>>;

/** Every argument of a resource, e.g. `component.parameter.name`. What Terraform itself adds is left out. */
export function argumentsOf(block: BlockSchema, path = ""): string[] {
  const own = Object.entries(block.attributes ?? {})
    .filter(([name, { optional = false, required = false }]) => (optional || required) && !added.includes(name))
    .map(([name]) => `${path}${name}`);
  const inner = Object.entries(block.block_types ?? {}).flatMap(([name, { block: nested }]) =>
    argumentsOf(nested, `${path}${name}.`),
  );
  return [...own, ...inner];
}

const added = ["id", "tags_all"];

/** The arguments to which a value of the state gives anything. */
export function usedIn(block: BlockSchema, value: Value, path = ""): string[] {
  const own = Object.keys(block.attributes ?? {})
    .filter((name) => !isEmpty(value[name]))
    .map((name) => `${path}${name}`);
  const inner = Object.entries(block.block_types ?? {}).flatMap(([name, { block: nested }]) =>
    [value[name] ?? []].flat().flatMap((each) => usedIn(nested, each as Value, `${path}${name}.`)),
  );
  return [...own, ...inner];
}

/** The provider fills what is not given with an empty string, 0, an empty list or false. */
function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === "" || value === 0;
}
