import type { Build } from "../definitions/schema/build";
import type { LookUp } from "../model/look-up";
import type { ResolvedTopic } from "./resolve-topic";
import type { Tags } from "./tags";

/** A resolved infrastructure configuration. Undefined network and instance profile mean those of the environment. */
export interface Infrastructure {
  /** Name in Terraform, unique in the stack. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
  readonly instanceTypes?: readonly string[];
  /** Name of an existing instance profile. Default: the instance profile of the environment. */
  readonly instanceProfile?: string;
  /** True if builds run in the default VPC instead of the network of the environment. `subnet` and `securityGroups` are then undefined. */
  readonly inDefaultVpc: boolean;
  /** Default: the subnet of the environment's network. */
  readonly subnet?: string | LookUp;
  /** Default: the security groups of the environment's network. */
  readonly securityGroups?: readonly (string | LookUp)[];
  readonly keyPair?: string;
  readonly terminateOnFailure: boolean;
  readonly logs?: { readonly bucket: string; readonly prefix: string };
  readonly topic?: ResolvedTopic;
  readonly placement: Build["placement"];
  /** Instance metadata options. Default: as set by the AMI and the account. */
  readonly metadata?: { readonly tokens: "required" | "optional"; readonly hopLimit: number };
  /** Tags of build instances and their volumes. */
  readonly instanceTags: Tags;
}
