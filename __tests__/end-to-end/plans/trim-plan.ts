import { type RecordedPlan, withAddress } from "./recorded-plan";

/** Sections that a review does not read, or that differ between recordings. */
const left = ["prior_state", "planned_values", "timestamp"];

/** Random values and their replacements; equal values have equal replacements in all plans of a recording. */
const chance: readonly (readonly [RegExp, (n: number, found: string) => string])[] = [
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  ],
  [/\bA[A-Z]{3}[A-Z0-9]{16,17}\b/g, (n) => `AROA${String(n).padStart(16, "0")}`],
  [/(?<="unique_id":")[a-z0-9]{16,}/g, (n) => String(n).padStart(20, "0")],
  [
    /\b(?:vpc|subnet|sg|rtb|acl|igw|eni|dopt|sgr)-[0-9a-f]{17}\b/g,
    (n, found) => `${found.split("-")[0] ?? ""}-${String(n).padStart(17, "0")}`,
  ],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d| \+0000 UTC)?/g, () => "2026-01-01T00:00:00Z"],
  // The ID of an AMI that Image Builder built, and its name with the time.
  [/\bami-[0-9a-f]{17}\b/g, (n) => `ami-${String(n).padStart(17, "0")}`],
  [/\b\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z/g, () => "2026-01-01T00-00-00.000Z"],
  [/http:\/\/(127\.0\.0\.1|localhost):\d+/g, () => "http://127.0.0.1:4566"],
  [/\b20\d{24}\b/g, () => "20260101000000000000000000"],
];

/** Returns a function that trims plans. Random values are numbered in the order in which they appear over all plans. */
export function planTrimmer(): (text: string) => Record<string, unknown> {
  const seen = chance.map(() => new Map<string, number>());
  return (text) => {
    const plan = JSON.parse(text) as Record<string, unknown>;
    const kept = Object.fromEntries(Object.entries(plan).filter(([key]) => !left.includes(key)));
    const numbered = chance.reduce((result, [pattern, named], index) => {
      const known = seen[index] ?? new Map<string, number>();
      return result.replace(pattern, (found) => {
        const n = known.get(found) ?? known.size + 1;
        known.set(found, n);
        return named(n, found);
      });
    }, JSON.stringify(kept));
    return JSON.parse(numbered) as Record<string, unknown>;
  };
}

/** Returns the differences of a plan from the plan without a change, which keeps recordings short. */
export function packPlan(plan: Record<string, unknown>, base: Record<string, unknown>, baseName: string): RecordedPlan {
  const { resource_changes: changes, resource_drift: drift, configuration, ...rest } = plan;
  const code = configuration as { root_module: { resources?: unknown } };
  const baseCode = base.configuration as { root_module: { resources?: unknown } };
  return {
    base: baseName,
    resource_changes: difference(changes, base.resource_changes),
    resource_drift: difference(drift, base.resource_drift),
    resources: difference(code.root_module.resources, baseCode.root_module.resources),
    rest: { ...rest, configuration: { ...code, root_module: { ...code.root_module, resources: [] } } },
  };
}

function difference(now: unknown, base: unknown): RecordedPlan["resources"] {
  const [is, was] = [withAddress(now), withAddress(base)];
  const known = new Map(was.map((each) => [each.address, JSON.stringify(each)]));
  const addresses = new Set(is.map(({ address }) => address));
  return {
    gone: was.map(({ address }) => address).filter((address) => !addresses.has(address)),
    changed: is.filter((each) => known.get(each.address) !== JSON.stringify(each)),
  };
}

/** Returns JSON with one line for each resource, for readable diffs. */
export function recordedText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)
    .replace(/\n {3,}/g, " ")
    .replace(/\n +([\]}])/g, " $1")}\n`;
}
