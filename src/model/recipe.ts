import type { RecipeComponent } from "./component-reference";
import type { DocumentContent } from "./document-content";
import type { AmiLookUp } from "./look-up";
import type { RecipeParent } from "./recipe-parent";

export type RecipeKind = "image" | "container";

/** The ARN of a KMS key, or the key that the environment creates in the region of the resource. */
export type KmsKey = string | { readonly created: true };

export interface RecipeVolume {
  readonly device: string;
  /** Size in GiB. Default: the size of the parent's volume. */
  readonly size?: number;
  /** Default: the type of the parent's volume. */
  readonly type?: string;
  readonly iops?: number;
  /** MiB/s. */
  readonly throughput?: number;
  /** Default: as the parent's volume. */
  readonly encrypted?: boolean;
  readonly kmsKey?: KmsKey;
  /** Default: as the parent's volume. */
  readonly deleteOnTermination?: boolean;
  readonly snapshot?: string;
}

/** The common content of image and container recipes in one environment, without components. */
interface Content {
  /** Name of the image or container, also used in Terraform addresses. */
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
  /** Default: the default of Image Builder. */
  readonly removeSsmAgent?: boolean;
}

export interface ContainerContent extends Content {
  readonly kind: "container";
  /** Platform of a parent from a registry, because Image Builder cannot detect it there. */
  readonly platformOverride?: "Linux" | "Windows";
  readonly dockerfile: Dockerfile;
  /** AMI of the instance that builds the container: an id, or a look-up. Default: an ECS-optimized AMI. */
  readonly ami?: string | AmiLookUp;
  readonly kmsKey?: string;
}

/** A Dockerfile template: a file of the project, or the minimal template of Image Builder. */
export interface Dockerfile {
  readonly content: DocumentContent;
  /** SHA-256 of the text with LF line endings, in hexadecimal. */
  readonly sha256: string;
}

/** The parts of a recipe that are added when it gets a version. Any change of content or components creates a new version. */
interface Published {
  readonly components: readonly RecipeComponent[];
  /** Name in AWS. Not part of the content: a new name creates a new recipe, which can have the same version. */
  readonly recipeName: string;
  /** major.minor.patch */
  readonly version: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type ImageRecipe = ImageContent & Published;
export type ContainerRecipe = ContainerContent & Published;
