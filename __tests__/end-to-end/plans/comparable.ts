import { withAddress } from "./recorded-plan";
import { planTrimmer } from "./trim-plan";

interface Attribute {
  readonly resource: string;
  readonly attribute: readonly (string | number)[];
}

/**
 * Returns a plan without random parts, so that two plans of the same change are equal. A recording numbers random values over all its
 * plans, of which a sample knows only some, and Terraform writes some lists in the order in which it walked its graph.
 */
export function comparable(plan: string): Record<string, unknown> {
  const sorted = (value: unknown): readonly unknown[] =>
    [...withAddress(value)].sort((a, b) => (a.address < b.address ? -1 : 1));
  const parsed = JSON.parse(plan, inOrder) as Record<string, unknown>;
  const configuration = parsed.configuration as { readonly root_module: { readonly resources?: unknown } };
  const ordered = {
    ...parsed,
    resource_changes: sorted(parsed.resource_changes),
    resource_drift: sorted(parsed.resource_drift),
    relevant_attributes: [...((parsed.relevant_attributes ?? []) as readonly Attribute[])].sort((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    ),
    configuration: {
      ...configuration,
      root_module: { ...configuration.root_module, resources: sorted(configuration.root_module.resources) },
    },
  };
  // Random values are numbered in the order of their appearance, and a recording has its sections in another order than Terraform.
  const sections = Object.entries(ordered).sort(([a], [b]) => (a < b ? -1 : 1));
  return planTrimmer()(JSON.stringify(Object.fromEntries(sections)));
}

/** Lists that Terraform or the provider writes in random order, with their sort keys. */
const unordered: Readonly<Record<string, (element: unknown) => string>> = {
  amis: (ami) => (ami as { readonly region: string }).region,
  replace_paths: (path) => JSON.stringify(path),
};

/** If a subnet has no zone, moto chooses any zone of the region. */
const zone = ["availability_zone", "availability_zone_id"];

/** Reviver for `JSON.parse` that sorts lists in random order and replaces zones. */
function inOrder(key: string, value: unknown): unknown {
  if (zone.includes(key) && typeof value === "string") return "a zone";
  const by = unordered[key];
  if (by === undefined || !Array.isArray(value)) return value;
  return (value as readonly unknown[]).toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
}
