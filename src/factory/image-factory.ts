import type { Build, Network, State } from "../definitions/schema/environment";
import type { Place } from "./arn";

/** All that one environment holds, resolved: the stack adds nothing but Terraform. */
export interface ImageFactory {
  readonly environment: string;
  readonly place: Place;
  readonly providerVersion: string;
  readonly state: State;
  readonly tags: Tags;
  readonly documentBucket: DocumentBucket;
  readonly network?: Network;
  readonly build: Build;
  readonly components: readonly Component[];
  /** Parents before the images that stand on them. */
  readonly images: readonly Image[];
}

export type Tags = Readonly<Record<string, string>>;

export interface DocumentBucket {
  readonly name: string;
  readonly create: boolean;
}

/** A document of this project as an immutable component. */
export interface Component {
  /** Path below components/ without its ending, e.g. `linux/update-os`. */
  readonly document: string;
  /** Name in AWS and address in Terraform, e.g. `linux-update-os`. */
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly platform: "Linux" | "Windows" | "macOS";
  /** Path of the document, relative to the project folder. */
  readonly file: string;
  /** SHA-256 of the document with LF line endings, in hexadecimal. */
  readonly sha256: string;
  /** Whether a replaced version stays in AWS. */
  readonly retain: boolean;
}

export interface Image {
  readonly name: string;
  /** Name of the image of this project that this one stands on. */
  readonly standsOn?: string;
  readonly recipe: ImageRecipe;
  readonly distributions: readonly Distribution[];
  readonly pipeline: ImagePipeline;
}

/** What a recipe is made of; any change of it replaces the recipe, so all of it goes into its version. */
export interface RecipeContent {
  readonly name: string;
  readonly description?: string;
  readonly parentImage: string;
  readonly components: readonly RecipeComponent[];
  readonly volumes: readonly RecipeVolume[];
  readonly workingDirectory?: string;
  readonly userData?: string;
  readonly removeSsmAgent: boolean;
}

export interface ImageRecipe extends RecipeContent {
  /** major.minor.patch */
  readonly version: string;
  readonly tags: Tags;
}

export type RecipeComponent = (
  | { readonly arn: string }
  /** A component of this project. */
  | { readonly component: string; readonly version: string }
) & {
  readonly parameters: Readonly<Record<string, string>>;
};

export interface RecipeVolume {
  readonly device: string;
  /** GiB */
  readonly size?: number;
  readonly type: string;
  readonly iops?: number;
  /** MiB a second */
  readonly throughput?: number;
  readonly encrypted: boolean;
  readonly kmsKey?: string;
  readonly deleteOnTermination: boolean;
  readonly snapshot?: string;
}

/** One region that receives the AMI. */
export interface Distribution {
  readonly region: string;
  /** Holds {{ imagebuilder:buildDate }}. */
  readonly amiName: string;
  readonly description?: string;
  readonly amiTags: Tags;
  readonly share: {
    readonly accounts: readonly string[];
    readonly organizations: readonly string[];
    readonly organizationalUnits: readonly string[];
  };
  readonly copyToAccounts: readonly string[];
  readonly kmsKey?: string;
  readonly ssmParameters: readonly { readonly name: string; readonly account?: string; readonly dataType: string }[];
  readonly launchTemplates: readonly { readonly id: string; readonly account?: string; readonly setDefault: boolean }[];
}

export interface ImagePipeline {
  readonly description?: string;
  readonly enabled: boolean;
  /** Absent: the pipeline runs only when somebody starts it. */
  readonly schedule?: {
    readonly expression: string;
    readonly timezone: string;
    readonly startCondition: StartCondition;
  };
  readonly tests: { readonly enabled: boolean; readonly timeoutMinutes: number };
  readonly enhancedMetadata: boolean;
  readonly tags: Tags;
}

export type StartCondition = "EXPRESSION_MATCH_ONLY" | "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
