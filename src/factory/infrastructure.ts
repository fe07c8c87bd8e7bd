import type { Build } from "../definitions/schema/build";
import type { Tags } from "./tags";

/** What images and containers may differ in where they are built; the rest is the environment's `build`. */
export interface Infrastructure {
  /** Address in Terraform; unique in the stack. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
  readonly instanceTypes?: readonly string[];
  readonly placement: Build["placement"];
  /** Absent: as the AMI and the account have it. */
  readonly metadata?: { readonly tokens: "required" | "optional"; readonly hopLimit: number };
}
