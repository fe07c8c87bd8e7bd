import type { Difference } from "../plan/differences";
import type { Change } from "../plan/plan";
import type { PlanContext } from "../story/plan-context";

/** Classes of changes by the attention that they need, in ascending order. */
export const changeClasses = ["none", "routine", "rebuild", "attention", "destructive"] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** Part of the output of `terraform show -json` for a plan, enough to show a finding. */
export interface PlanExample {
  readonly resource_changes?: readonly object[];
  readonly [section: string]: unknown;
}

/**
 * Description of one kind of finding. The review reports with it, docs/review-rules.md is generated from it, and a test runs all examples.
 */
export interface ReviewRule {
  /** Stable, kebab-case name, used by `--accept`. */
  readonly code: string;
  /** Class of the findings. Default: `attention`. */
  readonly class?: "destructive";
  /** What the rule finds and why it matters, in one or two sentences. */
  readonly summary: string;
  /** Source: a page of the AWS or Terraform documentation. */
  readonly source: string;
  /** Plans with a finding. docs/review-rules.md shows the first; the others are edge cases. */
  readonly fail: readonly PlanExample[];
  /** Similar plans without a finding. docs/review-rules.md shows the first. */
  readonly pass: readonly PlanExample[];
  readonly find: (context: JudgementContext) => readonly Found[];
}

/** Input of the review rules. */
export interface JudgementContext extends Pick<PlanContext, "plan" | "links"> {
  /** The changes to check: either planned changes or changes made outside Terraform. */
  readonly changes: readonly Change[];
  /** Whether the changes were made outside Terraform. */
  readonly drifted: boolean;
  /** Versions at the last apply, as far as they are known. */
  readonly previous?: Previous;
  /** Names of the environment's channels, which point at builds of its images. */
  readonly channels: readonly string[];
}

/** Versions at the commit with which the review compares. */
export interface Previous {
  /** Version constraint of the AWS provider. */
  readonly providerVersion?: string;
  /** Version of the Terraform that wrote the state. */
  readonly terraformVersion?: string;
  /** Version of the AWS provider in the environment's provider lock, at that commit and now. */
  readonly lockedProvider?: { readonly before: string; readonly after: string };
}

/** A finding as a rule returns it. */
export interface Found {
  /** Address of the resource; undefined if the finding is about the plan as a whole. */
  readonly address?: string;
  /** The finding in one sentence without a full stop; starts in lower case or with a name. */
  readonly message: string;
  /** Permissions that a policy now grants, in words. */
  readonly permissions?: readonly string[];
  /** Differences that the message describes completely. Default: none. */
  readonly tells?: readonly Difference[];
}

/** Finding about one change: only a message, or a message with details. */
type FoundOfChange = string | Omit<Found, "address">;

/** A finding with the code and class of its rule. */
export interface Finding extends Found {
  readonly code: string;
  readonly class: "attention" | "destructive";
  /** True if the change was made outside Terraform, so it is already effective. */
  readonly drifted: boolean;
  /** Place in the project's files, such as `environments/dev.yaml:12`; undefined if unknown. */
  readonly definedAt?: string;
}

/** Creates the `find` function of a rule that checks each change separately. Unchanged resources and data sources are skipped. */
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
