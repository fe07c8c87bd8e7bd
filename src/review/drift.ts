import { isDeepStrictEqual } from "node:util";

import type { Finding } from "./judgement/review-rule";
import type { Difference } from "./plan/differences";
import type { Change, Plan } from "./plan/plan";
import type { Path } from "./plan/value";

/** A change that was made outside Terraform. */
export interface Drifted extends Change {
  /** What the plan does about the change, in words; undefined if the plan only looks for drift. */
  readonly answer?: string;
}

/** Changes that were made outside Terraform. */
export interface Drift {
  readonly changes: readonly Drifted[];
  /** Number of other resources that changed outside Terraform without an effect on this plan. */
  readonly others: number;
}

/**
 * Returns the drift that the report shows.
 *
 * @param findings findings about drift; their resources are always shown
 * @param all true to show all drift; false to show only drift that affects a planned change or has a finding
 */
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
 * Removes differences of attributes that the code does not set. Attributes that AWS calculates, or that another resource manages (the
 * policy of a bucket, the policies of a role), always look changed after the first apply.
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

/** Returns what the plan does about a resource that changed outside Terraform, in words. */
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

/** Returns the planned changes of attributes that changed outside Terraform, each with its value before that change. */
function answersTo(outside: Change, plan: Plan) {
  const planned = plannedFor(outside, plan)?.differences ?? [];
  return outside.differences.flatMap(({ path, before }) =>
    planned.filter((each) => each.path[0] === path[0]).map((each) => ({ ...each, was: before })),
  );
}

function plannedFor(outside: Change, { changes }: Plan): Change | undefined {
  return changes.find(({ address, action }) => address === outside.address && action !== "none");
}
