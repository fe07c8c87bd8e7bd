import { oncePer } from "../collections/once-per";
import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { ContainerDistribution, Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { OwnBuild } from "../definitions/schema/own-build";
import type { RecipeKind } from "../model/recipe";
import type { YamlPath } from "../problems/yaml-source";

type FurtherPipeline = BuiltImage["pipelines"][string] | BuiltContainer["pipelines"][string];

/**
 * One way in which an environment has an image or container built: as it says of the image itself, for its own pipeline and for Terraform, or as
 * it says of a further pipeline, which takes over what it does not say.
 */
export interface WrittenBuild {
  readonly kind: RecipeKind;
  /** Name of the image or container. */
  readonly owner: string;
  /** Name of the further pipeline; absent for the image's own. */
  readonly key?: string;
  /** Address in Terraform of what is of this build alone. */
  readonly id: string;
  /** Where the environment says it. */
  readonly path: YamlPath;
  /** What it says of the further pipeline. */
  readonly further?: FurtherPipeline;
  /** What it says, with what is taken over. */
  readonly schedule: BuiltImage["schedule"];
  readonly enabled?: boolean;
  readonly scan: BuiltContainer["scan"];
  readonly descriptions: BuiltImage["descriptions"];
  readonly tags: BuiltImage["tags"];
  /** Differences from how the environment builds all; absent: none. */
  readonly build?: OwnBuild;
  /** Whose infrastructure configuration it is: that of a further pipeline, or of the image; meant only where there is a `build`. */
  readonly infrastructureOf?: string;
  /** Regions, the name of a shared distribution, or `none`. */
  readonly distribute?: string | readonly Distribution[] | readonly ContainerDistribution[];
  /** The same of the distribution configuration. */
  readonly distributionOf?: string;
}

/** All ways in which an environment has something built: of each image and container its own first, if it has one. */
export const writtenBuilds = oncePer(({ images, containers }: EnvironmentDefinition): readonly WrittenBuild[] => [
  ...Object.entries(images).flatMap(([owner, built]) => buildsOf("image", owner, built)),
  ...Object.entries(containers).flatMap(([owner, built]) => buildsOf("container", owner, built)),
]);

export function buildsOf(kind: RecipeKind, owner: string, built: BuiltImage | BuiltContainer): WrittenBuild[] {
  const own = ownBuildOf(kind, owner, built);
  const isUsed = own.schedule !== "no-pipeline" || built.buildOnDeploy;
  const further = Object.entries<FurtherPipeline>(built.pipelines).map(([key, each]) => furtherBuildOf(own, key, each));
  return [...(isUsed ? [own] : []), ...further];
}

/** How an image or container is built by its own pipeline, whether or not it has one. */
export function ownBuildOf(kind: RecipeKind, owner: string, built: BuiltImage | BuiltContainer): WrittenBuild {
  const { schedule, enabled, scan, descriptions, tags, build, distribute } = built;
  const path = [`${kind}s`, owner];
  return { kind, owner, id: owner, path, schedule, enabled, scan, descriptions, tags, build, distribute };
}

function furtherBuildOf(own: WrittenBuild, key: string, further: FurtherPipeline): WrittenBuild {
  const { schedule, enabled, scan = own.scan, distribute } = further;
  const ownsBuild = further.build !== undefined;
  const ownsDistribution = distribute !== undefined;
  return {
    ...own,
    key,
    id: pairId(own.owner, key),
    path: [...own.path, "pipelines", key],
    further,
    schedule,
    enabled,
    scan,
    descriptions: {
      pipeline: further.descriptions.pipeline ?? own.descriptions.pipeline,
      infrastructure: ownsBuild ? further.descriptions.infrastructure : own.descriptions.infrastructure,
      distribution: ownsDistribution ? further.descriptions.distribution : own.descriptions.distribution,
    },
    tags: {
      pipeline: further.tags.pipeline ?? own.tags.pipeline,
      infrastructure: ownsBuild ? further.tags.infrastructure : own.tags.infrastructure,
      distribution: ownsDistribution ? further.tags.distribution : own.tags.distribution,
    },
    build: merged(own.build, further.build),
    infrastructureOf: ownsBuild ? key : undefined,
    distribute: distribute ?? own.distribute,
    distributionOf: ownsDistribution ? key : undefined,
  };
}

/** What a further pipeline says of its build, and else what its image says. */
function merged(own: OwnBuild | undefined, further: OwnBuild | undefined): OwnBuild | undefined {
  if (own === undefined || further === undefined) return further ?? own;
  const [ofImage, network] = [own.network, further.network];
  if (network === undefined || network === "none" || ofImage === "none") return { ...own, ...further };
  return { ...own, ...further, network: { ...ofImage, ...network } };
}

/** What one build says itself of where it is built, without what it takes over. */
export function saidOf({ further, build }: WrittenBuild): OwnBuild | undefined {
  return further === undefined ? build : further.build;
}

/** Address in Terraform of what is of a further pipeline. The rule `address-taken` keeps it apart from those of images. */
export function pairId(owner: string, key: string): string {
  return `${owner}_${key}`;
}

/** One region that an image goes to, and where that is written. */
export interface WrittenTarget {
  /** Name of the image. */
  readonly image: string;
  readonly target: Distribution;
  readonly path: YamlPath;
}

/** Where images go as an environment says, each entry once for each image; nothing of those that stay where they are built. */
export const writtenTargets = oncePer((environment: EnvironmentDefinition): readonly WrittenTarget[] => {
  const targets = writtenBuilds(environment).flatMap((build) => targetsOf(build, environment));
  return [...new Map(targets.map((each) => [`${each.image}\n${each.path.join("\n")}`, each])).values()];
});

/** Where one build of an image goes, as it is written. */
export function targetsOf(build: WrittenBuild, { distributions }: EnvironmentDefinition): WrittenTarget[] {
  const { kind, owner, distribute } = build;
  if (kind === "container" || distribute === undefined || distribute === "none") return [];
  const isShared = typeof distribute === "string";
  const targets = isShared ? (memberOf(distributions, distribute)?.distribute ?? []) : (distribute as Distribution[]);
  const base = isShared ? ["distributions", distribute, "distribute"] : [...distributePath(build)];
  return targets.map((target, index) => ({ image: owner, target, path: [...base, index] }));
}

/** Where one build of a container goes, as it is written; undefined where that is not said. */
export function containerTargetsOf({ distribute }: WrittenBuild): readonly ContainerDistribution[] | undefined {
  if (distribute === undefined) return undefined;
  return typeof distribute === "string" ? [] : (distribute as ContainerDistribution[]);
}

/** Where `distribute` of a build is written, or would be. */
export function distributePath({ kind, owner, path, distributionOf }: WrittenBuild): YamlPath {
  return [...(distributionOf === undefined ? [`${kind}s`, owner] : path), "distribute"];
}

/** A distribution may be called `constructor`. */
function memberOf<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
