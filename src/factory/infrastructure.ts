import type { Build } from "../definitions/schema/build";
import type { LookUp } from "../model/look-up";
import type { ResolvedTopic } from "./resolve-topic";
import type { Tags } from "./tags";

/** How and where build instances run. What is absent is that of the stack: its network, and the instance profile that it creates. */
export interface Infrastructure {
  /** Address in Terraform; unique in the stack. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
  readonly instanceTypes?: readonly string[];
  /** Name of one that exists; absent: that of the environment. */
  readonly instanceProfile?: string;
  /** Whether the network of the environment is not its own: then it has none of its own either. */
  readonly inDefaultVpc: boolean;
  /** Absent: that of the environment's network. */
  readonly subnet?: string | LookUp;
  /** Absent: those of the environment's network. */
  readonly securityGroups?: readonly (string | LookUp)[];
  readonly keyPair?: string;
  readonly terminateOnFailure: boolean;
  readonly logs?: { readonly bucket: string; readonly prefix: string };
  readonly topic?: ResolvedTopic;
  readonly placement: Build["placement"];
  /** Absent: as the AMI and the account have it. */
  readonly metadata?: { readonly tokens: "required" | "optional"; readonly hopLimit: number };
  /** Tags of the instance and volumes of a build. */
  readonly instanceTags: Tags;
}
