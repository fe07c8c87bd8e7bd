interface StateOfToday {
  readonly resources: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: number | string;
      readonly schema_version: number;
      readonly attributes: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

interface ResourceOf011 {
  readonly type: string;
  readonly provider: string;
  readonly primary: {
    readonly id: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly meta: { readonly schema_version: string };
  };
}

/**
 * Converts a state to the format of Terraform 0.11: version 3, with flat attributes. Only resources of the root and of modules without keys
 * are converted, because Terraform 0.11 has no others.
 */
export function stateOf011(text: string): string {
  const { resources } = JSON.parse(text) as StateOfToday;
  const modules = new Map<string, Record<string, ResourceOf011>>([["root", {}]]);
  for (const { module = "", mode, type, name, instances } of resources) {
    const path = ["root", ...module.split(".").filter((part) => part !== "module" && part !== "")].join(".");
    const inModule = modules.get(path) ?? {};
    modules.set(path, inModule);
    for (const { index_key: key, schema_version: version, attributes } of instances) {
      const address = [...(mode === "data" ? ["data"] : []), type, name, ...(key === undefined ? [] : [key])].join(".");
      inModule[address] = {
        type,
        provider: "provider.aws",
        primary: {
          id: String(attributes.id),
          attributes: Object.fromEntries(flat(attributes)),
          meta: { schema_version: String(version) },
        },
      };
    }
  }
  return JSON.stringify({
    version: 3,
    terraform_version: "0.11.15",
    serial: 1,
    lineage: "0f0f0f0f-0000-0000-0000-000000000000",
    modules: [...modules].map(([path, each]) => ({
      path: path.split("."),
      outputs: {},
      resources: each,
      depends_on: [],
    })),
  });
}

/** Returns flat attributes: `list.#`, `list.0`, `map.%`, `map.key`. Null values are omitted. */
function flat(attributes: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(attributes).flatMap(([name, value]) => flatValue(name, value));
}

function flatValue(name: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return [
      [`${name}.#`, String(value.length)],
      ...value.flatMap((item, index) => flatValue(`${name}.${index}`, item)),
    ];
  if (typeof value !== "object") return [[name, typeof value === "string" ? value : JSON.stringify(value)]];
  // A block is flattened without a count, a map with one. Lists contain only blocks.
  const entries = Object.entries(value).flatMap(([key, item]) => flatValue(`${name}.${key}`, item));
  return /\.\d+$/.test(name) ? entries : [[`${name}.%`, String(Object.keys(value).length)], ...entries];
}
