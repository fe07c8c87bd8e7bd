import type { Place } from "../aws/place";
import type { Deployment } from "../definitions/schema/deployment";
import type { CreatedResource } from "../versions/environment-entry";
import type { Additions } from "./additions";
import type { Retention } from "./retention";
import type { StackState } from "./stack-state";
import type { Tags } from "./tags";

/** All that an account needs to receive images of others, resolved. */
export interface ImageConsumer {
  readonly environment: string;
  /** Name of its stack, always that of the environment and `-consumer`. */
  readonly stack: string;
  readonly place: Place;
  readonly providerVersion: string;
  /** Its own, beside that of what the environment builds. */
  readonly state: StackState;
  /** As whom Terraform deploys; absent: with the credentials it is started with. */
  readonly deployment?: Deployment;
  readonly tags: Tags;
  /** Absent where another environment creates the role of this account. */
  readonly distributionRole?: DistributionRole;
  /** Absent where no policy of a builder reaches a copy in this account, or another environment creates the role. */
  readonly lifecycleRole?: CrossAccountLifecycleRole;
  /** Absent where nobody may move channels in this account. */
  readonly channelRole?: ChannelRole;
  readonly grants: readonly KeyGrant[];
  readonly launchTemplates: readonly LaunchTemplate[];
  /** What the lock remembers of what outlives the definitions, by address in Terraform. */
  readonly created: ReadonlyMap<string, CreatedResource>;
  readonly retention: Retention;
  readonly additions?: Additions;
}

/** What Image Builder may do in an account on behalf of those that build; there is one for all regions of the account. */
export interface DistributionRole {
  /** Accounts. */
  readonly builders: readonly string[];
  /** ARNs of the roles as which Image Builder works there. */
  readonly builderRoles: readonly string[];
  /** ARNs of keys: of the snapshots that come, and of the copies made of them. */
  readonly kmsKeys: readonly string[];
  /** ARNs of the launch templates that builders name, besides those of the consumer's own stack. */
  readonly launchTemplates: readonly string[];
  /** ARNs of the SSM parameters that builders name. */
  readonly ssmParameters: readonly string[];
}

/** As whom `promote` and `rollback` write channels to an account that receives. */
export interface ChannelRole {
  readonly name: string;
  /** ARNs of the roles that may assume it. */
  readonly promoters: readonly string[];
  /** ARNs of the SSM parameters of the channels. */
  readonly parameters: readonly string[];
}

/** That lifecycle policies of other accounts may act on their copies in this one. */
export interface CrossAccountLifecycleRole {
  /** Accounts that have such policies. */
  readonly builders: readonly string[];
}

/** That a role may use a key. */
export interface KeyGrant {
  /** Unique in the stack. */
  readonly id: string;
  /** ARN of the key. */
  readonly kmsKey: string;
  /** ARN of the role. */
  readonly grantee: string;
}

/** A launch template whose AMI Image Builder sets. */
export interface LaunchTemplate {
  /** Environment and image in one word, unique in the stack. */
  readonly id: string;
  readonly name: string;
  /** Name in Terraform. Default: the id. */
  readonly address?: string;
  /** Whether Terraform, too, makes each new version the default: not where the builder leaves the default alone. */
  readonly updateDefault: boolean;
  readonly instanceType?: string;
  readonly securityGroups: readonly string[];
  /** Name of an instance profile. */
  readonly instanceProfile?: string;
  /** Name of the SSM parameter whose AMI it launches. Absent: Image Builder sets its AMI. */
  readonly parameter?: string;
  readonly tags: Tags;
}
