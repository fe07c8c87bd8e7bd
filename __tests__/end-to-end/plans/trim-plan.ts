/** What Terraform knows and a review does not read, or what differs from one recording to the next. */
const left = ["prior_state", "planned_values", "timestamp"];

/**
 * A plan as it is kept: without what repeats it, and with everything that chance has made (ids, dates, ports) numbered in the order in
 * which it comes, so that the same change gives the same file.
 */
export function trimPlan(text: string): string {
  const plan = JSON.parse(text) as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(plan).filter(([key]) => !left.includes(key)));
  return `${numbered(JSON.stringify(kept, undefined, 1))}\n`;
}

const chance: readonly (readonly [RegExp, (n: number) => string])[] = [
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  ],
  [/\bA[A-Z]{3}[A-Z0-9]{16,17}\b/g, (n) => `AROA${String(n).padStart(16, "0")}`],
  [/\b(vpc|subnet|sg|rtb|acl|igw|eni|dopt|sgr)-[0-9a-f]{17}\b/g, (n) => `id-${String(n).padStart(17, "0")}`],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d| \+0000 UTC)?/g, () => "2026-01-01T00:00:00Z"],
  [/http:\/\/(127\.0\.0\.1|localhost):\d+/g, () => "http://127.0.0.1:4566"],
  [/terraform-20\d{24}/g, (n) => `terraform-${String(n).padStart(26, "0")}`],
];

function numbered(text: string): string {
  return chance.reduce((result, [pattern, named]) => {
    const seen = new Map<string, number>();
    return result.replace(pattern, (found) => {
      const n = seen.get(found) ?? seen.size + 1;
      seen.set(found, n);
      return named(n);
    });
  }, text);
}
