import type { BucketProtection } from "../definitions/schema/bucket-protection";
import type { Build } from "../definitions/schema/build";
import type { Encryption } from "../definitions/schema/encryption";
import type { EventName } from "../definitions/schema/events";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import type { Network } from "../definitions/schema/network";
import type { Container, Image } from "./built";
import type { Share } from "./distribution";
import type { LifecyclePolicy } from "./lifecycle-policy";
import type { Names } from "./names";
import type { Component, Workflow } from "./published-document";
import type { ResolvedTopic } from "./resolve-topic";
import type { ResolvedStack } from "./resolved-stack";

/** A resolved environment that builds images. The stack only translates it to Terraform. */
export interface ImageFactory extends ResolvedStack {
  readonly documentBucket: DocumentsBucket;
  readonly network?: Network;
  readonly build: Pick<Build, "instanceProfile" | "logGroups"> & {
    readonly logs?: LogBucket;
    readonly topic?: ResolvedTopic;
  };
  /** Names of all resources in AWS. */
  readonly names: Names;
  /** Undefined if the environment creates no KMS keys. */
  readonly keys?: CreatedKeys;
  readonly components: readonly Component[];
  readonly workflows: readonly Workflow[];
  /** Images, parents before the images that are based on them. */
  readonly images: readonly Image[];
  /** Containers, parents before the containers that are based on them. */
  readonly containers: readonly Container[];
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** Undefined if no pipeline needs this role. */
  readonly executionRole?: ServiceRole;
  /** Undefined if there is no lifecycle policy. */
  readonly lifecycleRole?: ServiceRole;
  readonly activateInspector: boolean;
  /** Names of channels, which point to one build of each image. They are not Terraform resources. */
  readonly channels: readonly string[];
  readonly events?: { readonly on: readonly EventName[]; readonly topic: ResolvedTopic };
}

/** A created or existing bucket. */
export interface Bucket {
  readonly name: string;
  readonly create: boolean;
  /** Name of a created bucket in Terraform. Default: `documents` or `logs`. */
  readonly address?: string;
  /** Protections of a created bucket. Default: all. */
  readonly protection?: readonly BucketProtection[];
  /** ARN of the KMS key of a created bucket, or of its alias. Default: encryption with S3 managed keys. */
  readonly kmsKey?: string;
  /** Target of the access logs of a created bucket. Default: no access logs. */
  readonly accessLogs?: { readonly bucket: string; readonly prefix: string };
  /** True if Terraform destroys a created bucket with its content. Default: as `onRemoval` of the environment. */
  readonly forceDestroy?: boolean;
}

/** The bucket of documents. */
export interface DocumentsBucket extends Bucket {
  /** True if documents that are small enough are inline in their component, workflow or recipe. Default: false. */
  readonly inline?: boolean;
  /** Common prefix of the keys of all documents. Default: none. */
  readonly prefix?: string;
}

export interface LogBucket extends Bucket {
  readonly prefix: string;
  /** Days after which logs are deleted. Default: never. */
  readonly expireDays?: number;
}

/** KMS keys for volumes and snapshots that the environment creates, one per region. */
export interface CreatedKeys extends Pick<Encryption, "deletionDays" | "users" | "administrators" | "statements"> {
  /** Alias without `alias/`. */
  readonly alias: string;
  readonly regions: readonly string[];
  /** All accounts, organizations and units with which AMIs are shared or to which they are copied, in any region. */
  readonly sharedWith: Omit<Share, "public">;
}
