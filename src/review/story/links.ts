import { groupBy } from "../../collections/group-by";
import { keysOf, withoutKeys } from "../plan/address";
import type { Change, Plan } from "../plan/plan";
import { at, type Path, textAt, UNKNOWN } from "../plan/value";

export type Side = "before" | "after";

/** References between the resources of a plan. */
export interface Links {
  /**
   * Returns the resource whose ARN, ID or name an attribute contains. If the value is known only after apply, returns the resource that the
   * code refers to.
   */
  target(change: Change, side: Side, path: Path): Change | undefined;
}

/** Indexes the resources of a plan by ARN, ID and address. */
export function linksOf(plan: Plan): Links {
  const byId = new Map<string, Change>();
  const changes = plan.changes.filter(({ deposed }) => !deposed);
  const byAddress = groupBy(changes, ({ address }) => withoutKeys(address));
  for (const change of changes) {
    for (const side of ["before", "after"] as const)
      for (const attribute of ["arn", "id"]) {
        const id = textAt(change[side], attribute);
        if (id !== undefined && !byId.has(id)) byId.set(id, change);
      }
  }
  const referenced = (change: Change, path: Path): Change | undefined => {
    const targets = plan.configuration
      .references(change.address, path)
      .flatMap((address) => byAddress.get(address) ?? []);
    // An instance of a for_each usually refers to the instance with the same key.
    return targets.find(({ address }) => keysOf(address) === keysOf(change.address)) ?? targets[0];
  };
  return {
    target: (change, side, path) => {
      const value = at(change[side], ...path);
      if (typeof value === "string" && value !== "") return byId.get(value);
      return value === UNKNOWN && side === "after" ? referenced(change, path) : undefined;
    },
  };
}
