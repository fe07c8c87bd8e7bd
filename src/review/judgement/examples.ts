import type { PlanExample, ReviewRule } from "./review-rule";

type Attributes = Readonly<Record<string, unknown>>;

/** Returns a plan that updates `type.example` in place. */
export function updated(type: string, before: Attributes, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["update"], before, after)] };
}

export function created(type: string, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["create"], null, after)] };
}

export function destroyed(type: string, before: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["delete"], before, null)] };
}

/** Returns a plan that replaces `type.example` and creates the new resource before it deletes the old one. */
export function replaced(type: string, before: Attributes, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["create", "delete"], before, after)] };
}

/** Returns a change with a finding as the `fail` example, and the reverse change, which has none, as the `pass` example. */
export function eachWay(
  change: typeof updated,
  type: string,
  fine: Attributes,
  found: Attributes,
): Pick<ReviewRule, "fail" | "pass"> {
  return { fail: [change(type, fine, found)], pass: [change(type, found, fine)] };
}

export function unchanged(type: string, attributes: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["no-op"], attributes, attributes)] };
}

/** Returns the planned change of `type.example` with any actions. */
export function resourceChange(
  type: string,
  actions: readonly string[],
  before: Attributes | null,
  after: Attributes | null,
) {
  return { address: `${type}.example`, type, name: "example", change: { actions, before, after } };
}

export function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
