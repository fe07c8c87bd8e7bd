import type { Configuration } from "./configuration";
import type { Difference } from "./differences";
import type { Redact } from "./secrets";
import type { Path, Value } from "./value";

/** A Terraform plan, as far as a review reads it, without anything that may not be shown. */
export interface Plan {
  readonly formatVersion: string;
  readonly terraformVersion: string;
  /** A change for every resource, unchanged ones included, in Terraform's order. */
  readonly changes: readonly Change[];
  /** What has changed outside Terraform since it was last applied. */
  readonly drift: readonly Change[];
  readonly outputs: readonly OutputChange[];
  /** Arguments that the environment overrides, by address: an output of the stack tells. */
  readonly overridden: ReadonlyMap<string, readonly string[]>;
  /** What look-ups find now and found before, by what is looked for, where the two differ: an output of the stack tells. */
  readonly lookUps: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  readonly failedChecks: readonly FailedCheck[];
  readonly deferred: readonly { readonly address: string; readonly reason: string }[];
  /** Attributes that have fed a planned change. */
  readonly relevant: readonly { readonly address: string; readonly path: Path }[];
  readonly configuration: Configuration;
  /** Whether Terraform failed while it made the plan. */
  readonly errored: boolean;
  /** Whether one apply does all; older Terraform does not say, and then it does. */
  readonly complete: boolean;
  /** For texts that come from elsewhere and are shown beside the plan. */
  readonly redact: Redact;
}

/**
 * `none`: stays as it is · `read`: a data source that is read during apply · `forget`: leaves the state and stays in AWS · `unknown`: an action
 * of a Terraform that is newer than this.
 */
export type Action = "none" | "create" | "read" | "update" | "replace" | "delete" | "forget" | "unknown";

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: "managed" | "data";
  readonly provider: string;
  readonly action: Action;
  /** The order of a replacement: which goes first. */
  readonly order?: "create-first" | "delete-first";
  /** Terraform's own word for why, such as `replace_because_cannot_update`. */
  readonly reason?: string;
  /** Attributes that force the replacement. */
  readonly forcedBy: readonly string[];
  readonly before: Value;
  readonly after: Value;
  readonly differences: readonly Difference[];
  readonly movedFrom?: string;
  /** What is imported, by id. */
  readonly imported?: string;
  /** Left over from a replacement that did not come to its end. */
  readonly deposed: boolean;
  /** Changed outside Terraform; `before` is what Terraform knew, `after` what there is. */
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
