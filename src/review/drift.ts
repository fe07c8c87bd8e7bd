import type { Finding } from "./judgement/review-rule";
import type { Difference } from "./plan/differences";
import type { Change, Plan } from "./plan/plan";
import type { Path } from "./plan/value";

/** What has changed outside Terraform. */
export interface Drift {
  /** What is told. */
  readonly changes: readonly Change[];
  /** How many resources besides have changed outside, with no effect on this plan. */
  readonly others: number;
}

/** @param findings about drift, which are told in any case @param all whether all drift is told, not only what has fed a planned change */
export function toldDrift(plan: Plan, findings: readonly Finding[], all: boolean): Drift {
  const drifted = plan.drift
    .map((change) => managedDrift(change, plan))
    .filter(({ differences, action }) => differences.length > 0 || action === "delete");
  const isRelevant = relevance(plan);
  const changes = drifted.filter(
    (change) => all || isRelevant(change) || findings.some(({ address }) => address === change.address),
  );
  return { changes, others: drifted.length - changes.length };
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
