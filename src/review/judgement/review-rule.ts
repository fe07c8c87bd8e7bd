import type { Difference } from "../plan/differences";
import type { Change, Plan } from "../plan/plan";
import type { Links } from "../story/links";

/** How much a reviewer has to care; each is more than the one before. */
export const changeClasses = ["none", "routine", "rebuild", "attention", "destructive"] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** Part of what `terraform show -json` writes of a plan, enough to show what a rule finds. */
export interface PlanExample {
  readonly resource_changes?: readonly object[];
  readonly [section: string]: unknown;
}

/** One thing that a reviewer has to see, described once: the review reports through it, docs/review-rules.md is made of it, and a test runs all examples. */
export interface ReviewRule {
  /** Stable and kebab-case; what `--accept` names. */
  readonly code: string;
  /** Default: it needs attention. */
  readonly class?: "destructive";
  /** One sentence: what is found and why it matters. */
  readonly summary: string;
  /** Where it comes from: a page of AWS's or Terraform's documentation. */
  readonly source: string;
  /** Plans that it finds something in. The first is shown in docs/review-rules.md; further ones are edges. */
  readonly fail: readonly PlanExample[];
  /** Their nearest neighbours that are fine. The first is shown. */
  readonly pass: readonly PlanExample[];
  readonly find: (context: JudgementContext) => readonly Found[];
}

export interface JudgementContext {
  readonly plan: Plan;
  readonly links: Links;
  /** The changes to judge: those that are planned, or those that were made outside Terraform. */
  readonly changes: readonly Change[];
  /** Whether the changes were made outside Terraform. */
  readonly drifted: boolean;
  /** What was in use at the last apply, as far as it is known. */
  readonly previous?: Previous;
  /** Channels of the environment, which point at builds of its images. Default: none. */
  readonly channels?: readonly string[];
}

/** Versions at the commit that the review compares with. */
export interface Previous {
  /** Constraint on the AWS provider. */
  readonly providerVersion?: string;
  /** Terraform that wrote the state. */
  readonly terraformVersion?: string;
  /** The AWS provider that the environment's provider lock names: at that commit, and now. */
  readonly lockedProvider?: { readonly before: string; readonly after: string };
}

export interface Found {
  /** Absent where it is about the plan as a whole. */
  readonly address?: string;
  /** What, in one sentence without a full stop; starts in lower case or with a name. */
  readonly message: string;
  /** What a policy allows now, in words. */
  readonly permissions?: readonly string[];
  /** Differences of its change of which the message says all. Default: none. */
  readonly tells?: readonly Difference[];
}

/** What is found of one change: a message, also where it tells no difference whole. */
type FoundOfChange = string | Omit<Found, "address">;

export interface Finding extends Found {
  readonly code: string;
  readonly class: "attention" | "destructive";
  /** Made outside Terraform; it is there already. */
  readonly drifted: boolean;
  /** Where the files of the project say it: `environments/dev.yaml:12`. Absent where it is not known. */
  readonly definedAt?: string;
}

/** A rule that looks at one change at a time. */
export function eachChange(
  find: (change: Change, context: JudgementContext) => readonly FoundOfChange[],
): ReviewRule["find"] {
  return (context) =>
    context.changes
      .filter(({ mode, action }) => mode === "managed" && action !== "none")
      .flatMap((change) =>
        find(change, context).map((found): Found => ({
          address: change.address,
          ...(typeof found === "string" ? { message: found } : found),
        })),
      );
}
