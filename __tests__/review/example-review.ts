import type { PlanExample, Previous } from "../../src/review/judgement/review-rule";
import { isFault, readPlan } from "../../src/review/plan/read-plan";
import { type Review, reviewPlan } from "../../src/review/review";

export const now = new Date("2026-11-26T12:00:00Z");

/** The review of part of a plan. */
export function reviewExample({ previous, ...example }: PlanExample, accepted: readonly string[] = []): Review {
  const plan = readPlan(
    JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", resource_changes: [], ...example }),
  );
  if (isFault(plan)) throw new Error(plan.message);
  return reviewPlan(plan, {
    title: "example",
    now,
    texts: { find: () => undefined, searched: "in Git" },
    previous: previous as Previous | undefined,
    accepted,
    allDrift: false,
  });
}
