import type { Place } from "../aws/place";
import type { BucketProtection } from "../definitions/schema/bucket-protection";
import type { Build } from "../definitions/schema/build";
import type { Deployment } from "../definitions/schema/deployment";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import type { Network } from "../definitions/schema/network";
import type { KeyStatement } from "../definitions/schema/policy-statement";
import type { CreatedResource } from "../versions/environment-entry";
import type { Additions } from "./additions";
import type { Container, Image } from "./built";
import type { Share } from "./distribution";
import type { LifecyclePolicy } from "./lifecycle-policy";
import type { Names } from "./names";
import type { Component, Workflow } from "./published-document";
import type { ResolvedTopic } from "./resolve-topic";
import type { Retention } from "./retention";
import type { StackState } from "./stack-state";
import type { Tags } from "./tags";

/** All that one environment builds, resolved: the stack adds nothing but Terraform. */
export interface ImageFactory {
  readonly environment: string;
  readonly place: Place;
  readonly providerVersion: string;
  readonly state: StackState;
  /** As whom Terraform deploys; absent: with the credentials it is started with. */
  readonly deployment?: Deployment;
  readonly tags: Tags;
  readonly documentBucket: DocumentsBucket;
  readonly network?: Network;
  readonly build: Pick<Build, "instanceProfile" | "logGroups"> & {
    readonly logs?: LogBucket;
    readonly topic?: ResolvedTopic;
  };
  /** What everything is called in AWS. */
  readonly names: Names;
  /** Absent where the environment creates no keys. */
  readonly keys?: CreatedKeys;
  readonly components: readonly Component[];
  readonly workflows: readonly Workflow[];
  /** Parents before the images that stand on them. */
  readonly images: readonly Image[];
  /** Parents before the containers that stand on them. */
  readonly containers: readonly Container[];
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** Absent where no pipeline needs it. */
  readonly executionRole?: ServiceRole;
  /** Absent where there is no lifecycle policy. */
  readonly lifecycleRole?: ServiceRole;
  readonly activateInspector: boolean;
  /** Names that point at one build of each image; nothing in Terraform. */
  readonly channels: readonly string[];
  /** What the lock remembers of what outlives the definitions, by address in Terraform. */
  readonly created: ReadonlyMap<string, CreatedResource>;
  readonly retention: Retention;
  readonly additions?: Additions;
  readonly events?: { readonly on: readonly EventName[]; readonly topic: ResolvedTopic };
}

export type EventName = "succeeded" | "failed" | "findings" | "waiting" | "disabled";

/** A bucket that is created or exists. */
export interface DocumentBucket {
  readonly name: string;
  readonly create: boolean;
  /** Name of a created bucket in Terraform. Default: what it is for. */
  readonly address?: string;
  /** What is set on a created bucket. Default: everything. */
  readonly protection?: readonly BucketProtection[];
  /** ARN of the key, or of an alias of the key, of a created bucket. Default: S3's own. */
  readonly kmsKey?: string;
  /** Where S3 logs the requests to a created bucket; absent: nowhere. */
  readonly accessLogs?: { readonly bucket: string; readonly prefix: string };
  /** Whether Terraform destroys a created bucket with what is in it; absent: as all that the environment creates. */
  readonly forceDestroy?: boolean;
}

/** The bucket of documents. */
export interface DocumentsBucket extends DocumentBucket {
  /** Whether documents that fit go into what is made of them instead. Default: false. */
  readonly inline?: boolean;
  /** What the keys of all documents start with. Default: nothing. */
  readonly prefix?: string;
}

export interface LogBucket extends DocumentBucket {
  readonly prefix: string;
  /** Days after which logs go; absent: never. */
  readonly expireDays?: number;
}

/** Keys that the environment creates, one a region, for volumes and snapshots. */
export interface CreatedKeys {
  /** Without alias/. */
  readonly alias: string;
  readonly deletionDays: number;
  readonly regions: readonly string[];
  /** Everybody whom an AMI is shared with or copied to, in any region. */
  readonly sharedWith: Omit<Share, "public">;
  /** ARNs of roles. */
  readonly users: readonly string[];
  /** The same. */
  readonly administrators: readonly string[];
  /** What their policies say besides. */
  readonly statements: readonly KeyStatement[];
}
