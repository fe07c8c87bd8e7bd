import type { ContainerRecipe, ImageRecipe } from "../model/recipe";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { Infrastructure } from "./infrastructure";
import type { ImagePipeline } from "./pipeline";
import type { RootVolume } from "./root-encryption";
import type { Tags } from "./tags";

/** What a resource is called, and what is said of it. */
export interface Labels {
  /** Name in AWS. */
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
}

/** What images and containers have in common. */
export interface BuiltBase {
  readonly name: string;
  /** Name of the image or container of this project that this one stands on. */
  readonly standsOn?: string;
  /** Name, description and tags of its distribution configuration. */
  readonly distribution: Labels;
  readonly infrastructure: Infrastructure;
  readonly pipeline: ImagePipeline;
  /** Whether an image of it is there already, as the environment says. */
  readonly alreadyBuilt: boolean;
}

/** A machine image, resolved. */
export interface Image extends BuiltBase {
  readonly kind: "image";
  readonly recipe: ImageRecipe;
  readonly rootVolume: RootVolume;
  readonly distributions: readonly Distribution[];
}

/** A container image, resolved. */
export interface Container extends BuiltBase {
  readonly kind: "container";
  readonly recipe: ContainerRecipe;
  readonly repository: Repository;
  readonly distributions: readonly ContainerDistribution[];
}

/** An image or container that an environment builds. */
export type Built = Image | Container;

/** Everything that an environment builds; parents before what stands on them. */
export function builtIn(factory: {
  readonly images: readonly Image[];
  readonly containers: readonly Container[];
}): Built[] {
  return [...factory.images, ...factory.containers];
}

/** The ECR repository of a container in the environment's region. */
export interface Repository {
  readonly name: string;
  readonly create: boolean;
  /** How many images a made one keeps; absent: all. */
  readonly keep?: number;
  /** Name of a created repository in Terraform. Default: that of the container. */
  readonly address?: string;
  /** Whether builds push a tag that is there already, which a repository with immutable tags refuses. */
  readonly movingTags: boolean;
}
