import { oncePer } from "../collections/once-per";
import { own } from "../collections/own";
import type { BuiltContainer, BuiltImage } from "../definitions/schema/built";
import type { ContainerDistribution, Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { OwnBuild } from "../definitions/schema/own-build";
import type { RecipeKind } from "../model/recipe";
import type { YamlPath } from "../problems/yaml-source";

type FurtherPipeline = BuiltImage["pipelines"][string] | BuiltContainer["pipelines"][string];

/**
 * A build of an image or container as the environment defines it: the main build, for the main pipeline and for Terraform, or the build of a
 * further pipeline, which inherits unset settings from the main build.
 */
export interface WrittenBuild {
  readonly kind: RecipeKind;
  /** Name of the image or container. */
  readonly owner: string;
  /** Key of the further pipeline. Undefined for the main build. */
  readonly key?: string;
  /** Name in Terraform of the resources of this build. */
  readonly id: string;
  /** Path of the build in the environment. */
  readonly path: YamlPath;
  /** The further pipeline as defined, without inherited settings. */
  readonly further?: FurtherPipeline;
  /** The schedule. This and the following settings include inherited ones. */
  readonly schedule: BuiltImage["schedule"];
  readonly enabled?: boolean;
  readonly scan: BuiltContainer["scan"];
  readonly descriptions: BuiltImage["descriptions"];
  readonly tags: BuiltImage["tags"];
  /** Differences from the build settings of the environment. Undefined: no differences. */
  readonly build?: OwnBuild;
  /** Key of the further pipeline that owns the infrastructure configuration. Undefined: the image owns it. Used only if `build` is set. */
  readonly infrastructureOf?: string;
  /** Regions, the name of a shared distribution, or `none`. */
  readonly distribute?: string | readonly Distribution[] | readonly ContainerDistribution[];
  /** Key of the further pipeline that owns the distribution configuration. Undefined: the image owns it. */
  readonly distributionOf?: string;
}

/** Returns all builds of an environment. For each image and container, the main build comes first, if it is used. */
export const writtenBuilds = oncePer(({ images, containers }: EnvironmentDefinition): readonly WrittenBuild[] => [
  ...Object.entries(images).flatMap(([owner, built]) => buildsOf("image", owner, built)),
  ...Object.entries(containers).flatMap(([owner, built]) => buildsOf("container", owner, built)),
]);

export function buildsOf(kind: RecipeKind, owner: string, built: BuiltImage | BuiltContainer): WrittenBuild[] {
  const main = ownBuildOf(kind, owner, built);
  const isUsed = main.schedule !== "no-pipeline" || built.buildOnDeploy;
  const further = Object.entries<FurtherPipeline>(built.pipelines).map(([key, each]) =>
    furtherBuildOf(main, key, each),
  );
  return [...(isUsed ? [main] : []), ...further];
}

/** Returns the main build of an image or container, even if it has no main pipeline. */
export function ownBuildOf(kind: RecipeKind, owner: string, built: BuiltImage | BuiltContainer): WrittenBuild {
  const { schedule, enabled, scan, descriptions, tags, build, distribute } = built;
  const path = [`${kind}s`, owner];
  return { kind, owner, id: owner, path, schedule, enabled, scan, descriptions, tags, build, distribute };
}

function furtherBuildOf(main: WrittenBuild, key: string, further: FurtherPipeline): WrittenBuild {
  const { schedule, enabled, scan = main.scan, distribute } = further;
  const ownsBuild = further.build !== undefined;
  const ownsDistribution = distribute !== undefined;
  return {
    ...main,
    key,
    id: pairId(main.owner, key),
    path: [...main.path, "pipelines", key],
    further,
    schedule,
    enabled,
    scan,
    descriptions: {
      pipeline: further.descriptions.pipeline ?? main.descriptions.pipeline,
      infrastructure: ownsBuild ? further.descriptions.infrastructure : main.descriptions.infrastructure,
      distribution: ownsDistribution ? further.descriptions.distribution : main.descriptions.distribution,
    },
    tags: {
      pipeline: further.tags.pipeline ?? main.tags.pipeline,
      infrastructure: ownsBuild ? further.tags.infrastructure : main.tags.infrastructure,
      distribution: ownsDistribution ? further.tags.distribution : main.tags.distribution,
    },
    build: merged(main.build, further.build),
    infrastructureOf: ownsBuild ? key : undefined,
    distribute: distribute ?? main.distribute,
    distributionOf: ownsDistribution ? key : undefined,
  };
}

/** Returns the build settings of a further pipeline with those inherited from its image. */
function merged(main: OwnBuild | undefined, further: OwnBuild | undefined): OwnBuild | undefined {
  if (main === undefined || further === undefined) return further ?? main;
  const [ofImage, network] = [main.network, further.network];
  if (network === undefined || network === "none" || ofImage === "none") return { ...main, ...further };
  return { ...main, ...further, network: { ...ofImage, ...network } };
}

/** Returns the build settings of a build as defined, without inherited settings. */
export function saidOf({ further, build }: WrittenBuild): OwnBuild | undefined {
  return further === undefined ? build : further.build;
}

/** Returns the name in Terraform of the resources of a further pipeline. The rule `address-taken` keeps it distinct from image names. */
export function pairId(owner: string, key: string): string {
  return `${owner}_${key}`;
}

/** A region that receives an image, and its path in the environment. */
export interface WrittenTarget {
  /** Name of the image. */
  readonly image: string;
  readonly target: Distribution;
  readonly path: YamlPath;
}

/** Returns the target regions of all images of an environment, without duplicates. Images without distribution have none. */
export const writtenTargets = oncePer((environment: EnvironmentDefinition): readonly WrittenTarget[] => {
  const targets = writtenBuilds(environment).flatMap((build) => targetsOf(build, environment));
  return [...new Map(targets.map((each) => [`${each.image}\n${each.path.join("\n")}`, each])).values()];
});

/** Returns the target regions of a build of an image, as defined. Empty for containers. */
export function targetsOf(build: WrittenBuild, { distributions }: EnvironmentDefinition): WrittenTarget[] {
  const { kind, owner, distribute } = build;
  if (kind === "container" || distribute === undefined || distribute === "none") return [];
  const isShared = typeof distribute === "string";
  const targets = isShared ? (own(distributions, distribute)?.distribute ?? []) : (distribute as Distribution[]);
  const base = isShared ? ["distributions", distribute, "distribute"] : [...distributePath(build)];
  return targets.map((target, index) => ({ image: owner, target, path: [...base, index] }));
}

/** Returns the target regions of a build of a container, as defined. Undefined if they are not set. */
export function containerTargetsOf({ distribute }: WrittenBuild): readonly ContainerDistribution[] | undefined {
  if (distribute === undefined) return undefined;
  return typeof distribute === "string" ? [] : (distribute as ContainerDistribution[]);
}

/** Returns the path of `distribute` of a build, even if the key is missing. */
export function distributePath({ kind, owner, path, distributionOf }: WrittenBuild): YamlPath {
  return [...(distributionOf === undefined ? [`${kind}s`, owner] : path), "distribute"];
}
