import type { ResolvedStack } from "./resolved-stack";
import type { Tags } from "./tags";

/** A resolved consumer: everything that an account needs to receive images of other accounts. */
export interface ImageConsumer extends ResolvedStack {
  /** Undefined if another environment creates this role in the account. */
  readonly distributionRole?: DistributionRole;
  /** Undefined if no lifecycle policy of a builder applies to copies in this account, or if another environment creates this role. */
  readonly lifecycleRole?: CrossAccountLifecycleRole;
  /** Undefined if nobody is allowed to move channels in this account. */
  readonly channelRole?: ChannelRole;
  readonly grants: readonly KeyGrant[];
  readonly launchTemplates: readonly LaunchTemplate[];
}

/** The role for distributions to an account. An account has one for all regions. */
export interface DistributionRole {
  /** Ids of the accounts that build. */
  readonly builders: readonly string[];
  /** ARNs of the roles that Image Builder uses in these accounts. */
  readonly builderRoles: readonly string[];
  /** ARNs of the KMS keys of received snapshots and of their copies. */
  readonly kmsKeys: readonly string[];
  /** ARNs of the launch templates that builders name, without those in the consumer stack. */
  readonly launchTemplates: readonly string[];
  /** ARNs of the SSM parameters that builders name. */
  readonly ssmParameters: readonly string[];
}

/** The role with which `promote` and `rollback` write channels in a consuming account. */
export interface ChannelRole {
  readonly name: string;
  /** ARNs of the roles that are allowed to assume this role. */
  readonly promoters: readonly string[];
  /** ARNs of the SSM parameters of the channels. */
  readonly parameters: readonly string[];
}

/** The role with which lifecycle policies of other accounts act on their copies in this account. */
export interface CrossAccountLifecycleRole {
  /** Ids of the accounts with these policies. */
  readonly builders: readonly string[];
}

/** A grant that allows a role to use a KMS key. */
export interface KeyGrant {
  /** Name in Terraform, unique in the stack. */
  readonly id: string;
  /** ARN of the KMS key. */
  readonly kmsKey: string;
  /** ARN of the role. */
  readonly grantee: string;
}

/** A launch template for a received image. */
export interface LaunchTemplate {
  /** Environment and image joined to one name, unique in the stack. */
  readonly id: string;
  readonly name: string;
  /** Name in Terraform. Default: the id. */
  readonly address?: string;
  /** True if Terraform sets each new version as the default version. False if the builder does not set the default version. */
  readonly updateDefault: boolean;
  readonly instanceType?: string;
  readonly securityGroups: readonly string[];
  /** Name of an instance profile. */
  readonly instanceProfile?: string;
  /** Name of the SSM parameter with the AMI. Undefined: Image Builder sets the AMI in the launch template. */
  readonly parameter?: string;
  readonly tags: Tags;
}
