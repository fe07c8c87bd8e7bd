import type { Configuration } from "./configuration";
import type { Difference } from "./differences";
import type { Redact } from "./secrets";
import type { Path, Value } from "./value";

/** A Terraform plan with what a review needs. Sensitive values are hidden. */
export interface Plan {
  readonly terraformVersion?: string;
  /** Changes of all resources, including unchanged ones, in Terraform's order. */
  readonly changes: readonly Change[];
  /** Changes made outside Terraform since the last apply. */
  readonly drift: readonly Change[];
  readonly outputs: readonly OutputChange[];
  /** Arguments that the environment overrides, by resource address; read from an output of the stack. */
  readonly overridden: ReadonlyMap<string, readonly string[]>;
  /** Look-ups whose result differs from the last apply, by what they look for; read from an output of the stack. */
  readonly lookUps: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly failedChecks: readonly FailedCheck[];
  readonly deferred: readonly { readonly address: string; readonly reason: string }[];
  /** Attributes whose drift affects a planned change. */
  readonly relevant: readonly { readonly address: string; readonly path: Path }[];
  readonly configuration: Configuration;
  /** True if Terraform failed while it created the plan. */
  readonly errored: boolean;
  /** True if one apply makes all changes. Older Terraform versions do not report this; then true. */
  readonly complete: boolean;
  /** Hides the plan's secrets in other texts that are shown with the plan. */
  readonly redact: Redact;
}

/**
 * `none`: unchanged · `read`: a data source that is read during apply · `forget`: is removed from the state and stays in AWS · `unknown`:
 * an action of a Terraform version that is newer than this program.
 */
export type Action = "none" | "create" | "read" | "update" | "replace" | "delete" | "forget" | "unknown";

/** Change of one resource in a plan, or outside Terraform. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: "managed" | "data";
  readonly action: Action;
  /** Order of a replacement. */
  readonly order?: "create-first" | "delete-first";
  /** Terraform's reason, such as `replace_because_cannot_update`. */
  readonly reason?: string;
  /** Attributes that force the replacement. */
  readonly forcedBy: readonly string[];
  readonly before: Value;
  readonly after: Value;
  readonly differences: readonly Difference[];
  readonly movedFrom?: string;
  /** ID of the imported object, if the resource is imported. */
  readonly imported?: string;
  /** True for an old object that an unfinished replacement left. */
  readonly deposed: boolean;
  /** True if changed outside Terraform: `before` is the value in the state, `after` the value in AWS. */
  readonly drifted: boolean;
}

export interface OutputChange {
  readonly name: string;
  readonly action: Action;
}

export interface FailedCheck {
  readonly address: string;
  readonly status: string;
  readonly problems: readonly string[];
}
