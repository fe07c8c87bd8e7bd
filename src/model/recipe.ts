import type { RecipeComponent } from "./component-reference";
import type { AmiLookUp } from "./look-up";
import type { RecipeParent } from "./recipe-parent";

export type RecipeKind = "image" | "container";

/** The ARN of a KMS key, or the key that the environment makes in the region where it is used. */
export type KmsKey = string | { readonly made: true };

export interface RecipeVolume {
  readonly device: string;
  /** GiB */
  readonly size?: number;
  /** Absent: that of the parent's. */
  readonly type?: string;
  readonly iops?: number;
  /** MiB a second */
  readonly throughput?: number;
  /** Absent: as the parent's. */
  readonly encrypted?: boolean;
  readonly kmsKey?: KmsKey;
  /** Absent: as the parent's. */
  readonly deleteOnTermination?: boolean;
  readonly snapshot?: string;
}

/** What recipes of images and containers have in common but for their components: what one environment publishes. */
interface Content {
  /** Name of the image or container; address in Terraform. */
  readonly name: string;
  readonly description?: string;
  readonly parent: RecipeParent;
  /** Volumes of the AMI, or of the instance that builds the container. */
  readonly volumes: readonly RecipeVolume[];
  readonly workingDirectory?: string;
}

export interface ImageContent extends Content {
  readonly kind: "image";
  readonly userData?: string;
  /** Absent: as the service does by itself. */
  readonly removeSsmAgent?: boolean;
}

export interface ContainerContent extends Content {
  readonly kind: "container";
  /** Where the parent is a container image of a registry, which does not say it by itself. */
  readonly platformOverride?: "Linux" | "Windows";
  readonly dockerfile: Dockerfile;
  /** AMI of the instance that builds the container: its id, or looked up. Default: one of Amazon ECS. */
  readonly ami?: string | AmiLookUp;
  readonly kmsKey?: string;
}

/** A Dockerfile template: a file of the project, or Image Builder's own minimum. */
export interface Dockerfile {
  readonly content: { readonly file: string } | { readonly text: string };
  /** SHA-256 with LF line endings, in hexadecimal. */
  readonly sha256: string;
}

/** Any change of the content or the components is another version. */
interface Published {
  readonly components: readonly RecipeComponent[];
  /** Name in AWS. It is no part of the content: another name is another recipe, which may have the same version. */
  readonly recipeName: string;
  /** major.minor.patch */
  readonly version: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type ImageRecipe = ImageContent & Published;
export type ContainerRecipe = ContainerContent & Published;
