import type { BucketProtection } from "../definitions/schema/bucket-protection";
import type { Build } from "../definitions/schema/build";
import type { Deployment } from "../definitions/schema/deployment";
import type { ServiceRole } from "../definitions/schema/lifecycle";
import type { Network } from "../definitions/schema/network";
import type { Made } from "../versions/environment-entry";
import type { Place } from "../model/place";
import type { Additions } from "./additions";
import type { ContainerDistribution, Distribution, Share } from "./distribution";
import type { Infrastructure } from "./infrastructure";
import type { LifecyclePolicy } from "./lifecycle-policy";
import type { Names } from "./names";
import type { ImagePipeline } from "./pipeline";
import type { ContainerRecipe, ImageRecipe } from "../model/recipe";
import type { ResolvedTopic } from "./resolve-topic";
import type { Retention } from "./retention";
import type { RootVolume } from "./root-encryption";
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
  readonly documentBucket: DocumentBucket;
  readonly network?: Network;
  readonly build: Omit<
    Build,
    | "logs"
    | "topic"
    | "metadata"
    | "instanceTypes"
    | "placement"
    | "name"
    | "containersName"
    | "description"
    | "configurationTags"
  > & {
    readonly logs?: LogBucket;
    readonly topic?: ResolvedTopic;
  };
  /** What everything is called in AWS. */
  readonly names: Names;
  /** Absent where the environment makes no keys. */
  readonly keys?: MadeKeys;
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
  readonly made: ReadonlyMap<string, Made>;
  readonly retention: Retention;
  readonly additions?: Additions;
  readonly events?: { readonly on: readonly EventName[]; readonly topic: ResolvedTopic };
}

export type EventName = "succeeded" | "failed" | "findings" | "waiting" | "disabled";

/** A bucket that is made or exists. */
export interface DocumentBucket {
  readonly name: string;
  readonly create: boolean;
  /** Of a made one, its name in Terraform. Default: what it is for. */
  readonly address?: string;
  /** Of a made one, what is set on it. Default: all there is. */
  readonly protection?: readonly BucketProtection[];
}

export interface LogBucket extends DocumentBucket {
  readonly prefix: string;
  /** Days after which logs go; absent: never. */
  readonly expireDays?: number;
}

/** Keys that the environment makes, one a region, for volumes and snapshots. */
export interface MadeKeys {
  /** Without alias/. */
  readonly alias: string;
  readonly deletionDays: number;
  readonly regions: readonly string[];
  /** Everybody whom an AMI is shared with or copied to, in any region. */
  readonly sharedWith: Omit<Share, "public">;
  /** ARNs of roles. */
  readonly users: readonly string[];
}

/** What a resource is called, and what is said of it. */
export interface Labels {
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
}

/** A document of this project as an immutable component. */
export interface Component {
  /** Path below components/ without its ending, e.g. `linux/update-os`. */
  readonly document: string;
  /** Address in Terraform and place in S3, e.g. `linux-update-os`. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly changeDescription?: string;
  /** ARN of a key. */
  readonly kmsKey?: string;
  readonly tags: Tags;
  readonly platform: "Linux" | "Windows" | "macOS";
  /** As the service matches them against the parent's OS, by prefix; none: any. */
  readonly supportedOsVersions: readonly string[];
  readonly content: DocumentContent;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
  /** Whether a replaced version stays in AWS. */
  readonly retain: boolean;
}

/** A file, by its path relative to the project folder or, where it comes with this package, absolute; or the text of a document that was made at synthesis. */
export type DocumentContent = { readonly file: string } | { readonly text: string };

/** A document of this project as an immutable workflow. */
export interface Workflow {
  /** Path below workflows/ without its ending, e.g. `build/image`. */
  readonly document: string;
  /** Address in Terraform and place in S3, e.g. `build-image`. */
  readonly id: string;
  /** Name in AWS. */
  readonly name: string;
  readonly version: string;
  readonly type: "BUILD" | "TEST" | "DISTRIBUTION";
  readonly description?: string;
  readonly changeDescription?: string;
  /** ARN of a key. */
  readonly kmsKey?: string;
  readonly tags: Tags;
  /** Path of the document, relative to the project folder. */
  readonly file: string;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
}

/** What images and containers have in common. */
export interface BuiltBase {
  readonly name: string;
  /** Name of the image or container of this project that this one stands on. */
  readonly standsOn?: string;
  /** Of its distribution configuration. */
  readonly distribution: Labels;
  readonly infrastructure: Infrastructure;
  readonly pipeline: ImagePipeline;
  /** Whether an image of it is there already, as the environment says. */
  readonly alreadyBuilt: boolean;
}

export interface Image extends BuiltBase {
  readonly kind: "image";
  readonly recipe: ImageRecipe;
  readonly rootVolume: RootVolume;
  readonly distributions: readonly Distribution[];
}

export interface Container extends BuiltBase {
  readonly kind: "container";
  readonly recipe: ContainerRecipe;
  readonly repository: Repository;
  readonly distributions: readonly ContainerDistribution[];
}

/** The ECR repository of a container in the environment's region. */
export interface Repository {
  readonly name: string;
  readonly create: boolean;
  /** How many images a made one keeps; absent: all. */
  readonly keep?: number;
  /** Of a made one, its name in Terraform. Default: that of the container. */
  readonly address?: string;
  /** Whether builds push a tag that is there already, which a repository with immutable tags refuses. */
  readonly movingTags: boolean;
}
