import type { ContainerRecipe, ImageRecipe } from "../model/recipe";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution, Distribution } from "./distribution";
import type { LogGroup } from "./log-groups";
import type { ImagePipeline } from "./pipeline";
import type { RootVolume } from "./root-encryption";
import type { Tags } from "./tags";

/** What images and containers have in common. */
interface BuiltBase<Target extends Distribution | ContainerDistribution> {
  readonly name: string;
  /** Name of the image or container of this project that this one stands on. */
  readonly standsOn?: string;
  /** How it is built unless a pipeline says otherwise. */
  readonly settings: BuildSettings<Target>;
  /** Its own first. */
  readonly pipelines: readonly ImagePipeline<Target>[];
  /** The log groups of its builds and pipelines, which are created where the environment asks for them. */
  readonly logGroups: readonly LogGroup[];
  /** The image that Terraform builds of each new version; absent where it builds none. */
  readonly buildOnDeploy?: { readonly timeoutHours: number; readonly tags: Tags };
  /** Whether an image of it is there already, as the environment says. */
  readonly alreadyBuilt: boolean;
}

/** A machine image, resolved. */
export interface Image extends BuiltBase<Distribution> {
  readonly kind: "image";
  readonly recipe: ImageRecipe;
  readonly rootVolume: RootVolume;
}

/** A container image, resolved. */
export interface Container extends BuiltBase<ContainerDistribution> {
  readonly kind: "container";
  readonly recipe: ContainerRecipe;
  readonly repository: Repository;
}

/** An image or container that an environment builds. */
export type Built = Image | Container;

/** The ways in which an image or container is built: those of its pipelines, and that of the image that Terraform builds. */
export function settingsOf(built: Image): BuildSettings<Distribution>[];
export function settingsOf(built: Built): BuildSettings[];
export function settingsOf({ settings, pipelines, buildOnDeploy }: Built): BuildSettings[] {
  return [...(buildOnDeploy === undefined ? [] : [settings]), ...pipelines.map((pipeline) => pipeline.settings)];
}

/** The regions that an image goes to as it is built by itself, with the SSM parameters there and the accounts that get copies. Without a distribution it stays where it is built. */
export function regionsOf(
  { settings }: Image,
  home: string,
): readonly Pick<Distribution, "region" | "ssmParameters" | "copyToAccounts">[] {
  return settings.distribution?.targets ?? [{ region: home, ssmParameters: [], copyToAccounts: [] }];
}

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
  /** How many images a created one keeps; absent: all. */
  readonly keep?: number;
  /** Name of a created repository in Terraform. Default: that of the container. */
  readonly address?: string;
  /** Whether tags move: builds that push one that is there already are refused otherwise. */
  readonly movingTags: boolean;
  /** ARN of a key. Default: ECR's own encryption. */
  readonly kmsKey?: string;
  readonly scanOnPush: boolean;
}
