import type { Tags } from "./tags";

/** The ARN of a KMS key, or the key that the environment makes in the region where it is used. */
export type KmsKey = string | { readonly made: true };

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

interface Content {
  /** Of the image or container; address in Terraform. */
  readonly name: string;
  readonly description?: string;
  readonly parentImage: string;
  readonly components: readonly RecipeComponent[];
  readonly workingDirectory?: string;
}

/** What a recipe is made of; any change of it replaces the recipe, so all of it goes into its version. */
export interface ImageRecipeContent extends Content {
  readonly volumes: readonly RecipeVolume[];
  readonly userData?: string;
  /** Absent: as the service does by itself. */
  readonly removeSsmAgent?: boolean;
}

/** The same for a container. */
export interface ContainerRecipeContent extends Content {
  /** Where the parent is a container image of a registry, which does not say it by itself. */
  readonly platformOverride?: "Linux" | "Windows";
  /** SHA-256 of the Dockerfile template with LF line endings, in hexadecimal. */
  readonly dockerfileSha256: string;
  /** Name of the ECR repository. */
  readonly repository: string;
  readonly instance: { readonly ami?: string; readonly volumes: readonly RecipeVolume[] };
  readonly kmsKey?: string;
}

interface Versioned {
  /** Name in AWS. It is no part of the content: another name is another recipe, which may have the same version. */
  readonly recipeName: string;
  /** major.minor.patch */
  readonly version: string;
  readonly tags: Tags;
}

export interface ImageRecipe extends ImageRecipeContent, Versioned {}

export interface ContainerRecipe extends ContainerRecipeContent, Versioned {
  readonly dockerfile: Dockerfile;
}

/** A Dockerfile template: a file of the project, or Image Builder's own minimum. */
export type Dockerfile = { readonly file: string } | { readonly text: string };
