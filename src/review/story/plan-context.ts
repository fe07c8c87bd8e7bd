import type { TextDiff } from "../diffs/text-diff";
import type { Plan } from "../plan/plan";
import { type Built, builtBy } from "./built";
import { documentNames } from "./consumers";
import { type Links, linksOf } from "./links";

/** A plan with what the parts of a review derive from it. */
export interface PlanContext {
  readonly plan: Plan;
  readonly links: Links;
  /** Images and containers, including removed ones. Parents come before the images that are based on them. */
  readonly built: readonly Built[];
  /** Returns the name of a component in the project (`linux/web-server`) for its name in AWS. */
  readonly documentName: (name: string) => string;
}

/** What the stories of images need in addition. */
export interface StoryContext extends PlanContext {
  /** Time of the review. */
  readonly now: Date;
  /** Diffs of components, workflows and Dockerfiles by the address of their resource. */
  readonly diffs: ReadonlyMap<string, TextDiff>;
  readonly channels: readonly string[];
}

export function planContext(plan: Plan): PlanContext {
  const links = linksOf(plan);
  const names = documentNames(plan.changes.flatMap(({ before, after }) => [before, after]));
  return { plan, links, built: builtBy(plan, links), documentName: (name) => names.get(name) ?? name };
}
