import type { BuiltContainer } from "../definitions/schema/built";
import type { ContainerRecipe, ImageRecipe } from "../model/recipe";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { LogGroup } from "./log-groups";
import type { ImagePipeline } from "./pipeline";
import type { RootVolume } from "./root-encryption";
import type { Tags } from "./tags";

/** The common properties of images and containers. */
interface BuiltBase<Target extends Distribution | ContainerDistribution> {
  readonly name: string;
  /** Name of the parent, if the parent is an image or container of this project. */
  readonly standsOn?: string;
  /** Default settings of a build. Further pipelines can have others. */
  readonly settings: BuildSettings<Target>;
  /** All pipelines, the main pipeline first if there is one. */
  readonly pipelines: readonly ImagePipeline<Target>[];
  /** The log groups of the builds and pipelines. They are created if the environment sets that. */
  readonly logGroups: readonly LogGroup[];
  /** The image that Terraform builds for each new version. Undefined if Terraform builds none. */
  readonly buildOnDeploy?: { readonly timeoutHours: number; readonly tags: Tags };
  /** True if the environment states that an image has already been built. */
  readonly alreadyBuilt: boolean;
}

/** A resolved machine image. */
export interface Image extends BuiltBase<Distribution> {
  readonly kind: "image";
  readonly recipe: ImageRecipe;
  readonly rootVolume: RootVolume;
}

/** A resolved container image. */
export interface Container extends BuiltBase<ContainerDistribution> {
  readonly kind: "container";
  readonly recipe: ContainerRecipe;
  readonly repository: Repository;
}

/** An image or container that an environment builds. */
export type Built = Image | Container;

/** Returns the settings of all builds of an image or container: of its pipelines, and of the image that Terraform builds. */
export function settingsOf(built: Image): BuildSettings<Distribution>[];
export function settingsOf(built: Built): BuildSettings[];
export function settingsOf({ settings, pipelines, buildOnDeploy }: Built): BuildSettings[] {
  return [...(buildOnDeploy === undefined ? [] : [settings]), ...pipelines.map((pipeline) => pipeline.settings)];
}

/** Returns the regions that receive the default build of an image, with SSM parameters and accounts of copies. Default: the build region. */
export function regionsOf(
  { settings }: Image,
  home: string,
): readonly Pick<Distribution, "region" | "ssmParameters" | "copyToAccounts">[] {
  return settings.distribution?.targets ?? [{ region: home, ssmParameters: [], copyToAccounts: [] }];
}

/** Returns everything that an environment builds, parents before images that are based on them. */
export function builtIn(factory: {
  readonly images: readonly Image[];
  readonly containers: readonly Container[];
}): Built[] {
  return [...factory.images, ...factory.containers];
}

/** The ECR repository of a container in the environment's region. */
export interface Repository extends Pick<BuiltContainer["repository"], "create" | "keep" | "kmsKey" | "scanOnPush"> {
  readonly name: string;
  /** Name of a created repository in Terraform. Default: the name of the container. */
  readonly address?: string;
  /** True if tags are mutable. Otherwise, ECR refuses a build that pushes an existing tag. */
  readonly movingTags: boolean;
}
