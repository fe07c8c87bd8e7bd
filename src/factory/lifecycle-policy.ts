import type { Tags } from "./tags";

/** A resolved lifecycle policy. */
export interface LifecyclePolicy {
  /** Name in Terraform. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
  readonly enabled: boolean;
  readonly resourceType: "AMI_IMAGE" | "CONTAINER_IMAGE";
  readonly selection:
    { readonly recipes: readonly { readonly name: string; readonly version: string }[] } | { readonly tags: Tags };
  readonly rules: readonly LifecycleRule[];
}

export type TimeUnit = "DAYS" | "WEEKS" | "MONTHS" | "YEARS";

export interface LifecycleRule {
  readonly action: "DEPRECATE" | "DISABLE" | "DELETE";
  /** Resources of an image to which the action applies. Undefined members are omitted from the request. */
  readonly include: { readonly amis?: boolean; readonly snapshots?: boolean; readonly containers?: boolean };
  readonly filter:
    | { readonly type: "AGE"; readonly value: number; readonly unit: TimeUnit; readonly retainAtLeast?: number }
    | { readonly type: "COUNT"; readonly value: number };
  readonly exclude: {
    /** Tags of images in Image Builder. */
    readonly tags: Tags;
    readonly amis?: {
      readonly public: boolean;
      readonly regions: readonly string[];
      readonly sharedAccounts: readonly string[];
      readonly lastLaunched?: { readonly value: number; readonly unit: TimeUnit };
      readonly tags: Tags;
    };
  };
}
