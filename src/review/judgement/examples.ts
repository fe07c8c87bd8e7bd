import type { PlanExample, ReviewRule } from "./review-rule";

type Attributes = Readonly<Record<string, unknown>>;

/** `type.example`, changed in place. */
export function updated(type: string, before: Attributes, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["update"], before, after)] };
}

export function created(type: string, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["create"], null, after)] };
}

export function destroyed(type: string, before: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["delete"], before, null)] };
}

/** The new one comes first. */
export function replaced(type: string, before: Attributes, after: Attributes): PlanExample {
  return { resource_changes: [resourceChange(type, ["create", "delete"], before, after)] };
}

/** A change that a rule finds something in, and as its neighbour that is fine the same change the other way round. */
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

/** `type.example`, and whatever Terraform would do with it. */
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
