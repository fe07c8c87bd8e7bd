import { isDeepStrictEqual } from "node:util";

import type { Finding } from "./judgement/review-rule";
import type { Difference } from "./plan/differences";
import type { Change, Plan } from "./plan/plan";
import type { Path } from "./plan/value";

/** A change that was made outside Terraform. */
export interface Drifted extends Change {
  /** What the plan does about it, in words; absent where the plan is for nothing but drift. */
  readonly answer?: string;
}

/** What has changed outside Terraform. */
export interface Drift {
  readonly changes: readonly Drifted[];
  /** How many resources besides have changed outside, with no effect on this plan. */
  readonly others: number;
}

/** @param findings about drift, which are told in any case @param all whether all drift is told, not only what has fed a planned change */
export function reportedDrift(plan: Plan, findings: readonly Finding[], all: boolean): Drift {
  const drifted = plan.drift
    .map((change) => managedDrift(change, plan))
    .filter(({ differences, action }) => differences.length > 0 || action === "delete");
  const isRelevant = relevance(plan);
  const changes = drifted.filter(
    (change) =>
      all ||
      isRelevant(change) ||
      answersTo(change, plan).length > 0 ||
      findings.some(({ address }) => address === change.address),
  );
  return {
    changes: changes.map((change) => (all ? change : { ...change, answer: answerTo(change, plan) })),
    others: drifted.length - changes.length,
  };
}

/**
 * The attributes that the code sets: what AWS computes, or another resource is for (the policy of a bucket, the policies of a role), always
 * looks changed after the first apply.
 */
function managedDrift(change: Change, { configuration }: Plan): Change {
  if (!configuration.knows(change.address)) return change;
  const isSet = ({ path }: Difference): boolean => configuration.sets(change.address, String(path[0]));
  return { ...change, differences: change.differences.filter(isSet) };
}

function relevance({ relevant }: Plan): (change: Change) => boolean {
  const starts = (path: Path, start: Path): boolean => start.every((step, index) => path[index] === step);
  return ({ address, differences }) =>
    relevant.some(
      (each) =>
        each.address === address && differences.some(({ path }) => starts(path, each.path) || starts(each.path, path)),
    );
}

/** What a plan does about a resource that has changed outside. */
export function answerTo({ address }: Pick<Finding, "address">, plan: Plan): string {
  const outside = plan.drift.find((change) => change.address === address);
  if (outside === undefined) return "this plan leaves it so";
  const planned = plannedFor(outside, plan);
  if (outside.action === "delete" && planned?.action === "create") return "this plan makes it anew";
  const answers = answersTo(outside, plan);
  if (answers.length === 0) return "this plan leaves it so";
  return answers.every(({ after, was }) => isDeepStrictEqual(after, was))
    ? "this plan takes it back"
    : "this plan changes it again";
}

/** What a plan changes of what has changed outside, with what it was before that. */
function answersTo(outside: Change, plan: Plan) {
  const planned = plannedFor(outside, plan)?.differences ?? [];
  return outside.differences.flatMap(({ path, before }) =>
    planned.filter((each) => each.path[0] === path[0]).map((each) => ({ ...each, was: before })),
  );
}

function plannedFor(outside: Change, { changes }: Plan): Change | undefined {
  return changes.find(({ address, action }) => address === outside.address && action !== "none");
}
