import { withAddress } from "./recorded-plan";
import { planTrimmer } from "./trim-plan";

interface Attribute {
  readonly resource: string;
  readonly attribute: readonly (string | number)[];
}

/**
 * A plan without what chance has made of it, so that two of one change are equal: a recording numbers values of chance over all its plans, which a sample of
 * them does not know, and Terraform puts some lists in the order in which its graph was walked.
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
  // Values of chance are numbered as they come, and a recording has its sections in another order than Terraform.
  const sections = Object.entries(ordered).sort(([a], [b]) => (a < b ? -1 : 1));
  return planTrimmer()(JSON.stringify(Object.fromEntries(sections)));
}

/** Lists that Terraform or the provider writes in an order of chance, and what they are put in order by. */
const unordered: Readonly<Record<string, (element: unknown) => string>> = {
  amis: (ami) => (ami as { readonly region: string }).region,
  replace_paths: (path) => JSON.stringify(path),
};

/** Where a subnet says none, moto takes any zone of the region. */
const zone = ["availability_zone", "availability_zone_id"];

/** For `JSON.parse`. */
function inOrder(key: string, value: unknown): unknown {
  if (zone.includes(key) && typeof value === "string") return "a zone";
  const by = unordered[key];
  if (by === undefined || !Array.isArray(value)) return value;
  return (value as readonly unknown[]).toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
}
