import type { Plan } from "../../src/review/plan/plan";
import { isFault, readPlan } from "../../src/review/plan/read-plan";
import { type Review, reviewPlan } from "../../src/review/review";
import { digestOfText } from "../../src/versions/digest";
import { recordedPlan } from "../end-to-end/plans/recorded-plan";
import { bases, type Scenario } from "../end-to-end/plans/scenarios";
import { now } from "./example-review";

const reviews = new Map<string, Review>();

export function planOf({ name }: Scenario): Plan {
  const plan = readPlan(JSON.stringify(recordedPlan(name)));
  if (isFault(plan)) throw new Error(plan.message);
  return plan;
}

/** The review of a recorded plan, with the texts of the files that it was made of. */
export function reviewScenario(scenario: Scenario): Review {
  const known = reviews.get(scenario.name);
  if (known !== undefined) return known;
  const plan = planOf(scenario);
  const base = bases[scenario.base];
  const texts = new Map(
    [...Object.values(base), ...Object.values(scenario.edit(base))].map((text) => [
      digestOfText(text).slice("sha256:".length),
      text,
    ]),
  );
  const review = reviewPlan(plan, {
    title: "dev",
    now,
    texts: { find: (sha256) => texts.get(sha256), searched: "in Git" },
    previous: { providerVersion: "~> 5.100", terraformVersion: plan.terraformVersion },
    accepted: [],
    allDrift: scenario.arguments?.includes("-refresh-only") === true,
  });
  reviews.set(scenario.name, review);
  return review;
}
