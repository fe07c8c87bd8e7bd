import { buildDate, holdsBuildDate } from "../aws/ami-name";
import { own } from "../collections/own";
import type { Distribution as WrittenDistribution } from "../definitions/schema/distribution";
import { distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { required } from "../model/required";
import type { ContainerDistribution, Distribution, DistributionConfiguration } from "./distribution";
import type { Names } from "./names";
import { defaultKey } from "./resolve-keys";
import type { Tags } from "./tags";
import { containerTargetsOf, pairId, type WrittenBuild } from "./written-builds";

interface DistributionContext {
  readonly environment: EnvironmentDefinition;
  readonly names: Names;
}

interface AmiTags {
  /** Tags of the image definition. Tags of a distribution override them. */
  readonly ofImage: Tags;
  /** Provenance tags. Nothing overrides them. */
  readonly provenance: Tags;
}

/** Resolves the distribution configuration of a build of an image. Undefined if the build has none. */
export function imageDistribution(
  build: WrittenBuild,
  { environment, names }: DistributionContext,
  amiTags: AmiTags,
): DistributionConfiguration<Distribution> | undefined {
  const { owner, distribute } = build;
  if (distribute === "none") return undefined;
  if (typeof distribute === "string") {
    const shared = required(own(environment.distributions, distribute), `the distribution "${distribute}"`);
    return {
      id: distribute,
      name: names.sharedDistribution(distribute),
      description: shared.description,
      tags: shared.tags,
      targets: shared.distribute.map((target) => resolveTarget(target, undefined, environment.tags, environment)),
    };
  }
  const targets = (distribute as WrittenDistribution[] | undefined) ?? [
    distribution.parse({ region: environment.region }),
  ];
  return {
    ...labelsOf(build, names),
    targets: targets.map((target) => {
      const resolved = resolveTarget(
        target,
        names.ami(owner),
        { ...environment.tags, ...amiTags.ofImage },
        environment,
      );
      return { ...resolved, amiTags: { ...resolved.amiTags, ...amiTags.provenance } };
    }),
  };
}

/** Resolves a target region. @param defaultName default name of the AMI; undefined: Image Builder names the AMI */
function resolveTarget(
  { name, tags, copyTo, kmsKey, fastLaunch, ...target }: WrittenDistribution,
  defaultName: string | undefined,
  commonTags: Tags,
  environment: EnvironmentDefinition,
): Distribution {
  const given = name ?? defaultName;
  return {
    ...target,
    amiName: given === undefined ? undefined : amiName(given),
    amiTags: { ...commonTags, ...tags },
    copyToAccounts: copyTo?.accounts ?? [],
    kmsKey: kmsKey ?? defaultKey(environment, target.region),
    fastLaunch: fastLaunch.map(({ account = environment.account, ...settings }) => ({ account, ...settings })),
  };
}

/** Adds the build date to an AMI name, because AMI names must be unique in an account and region. */
function amiName(name: string): string {
  return holdsBuildDate(name) ? name : `${name}-${buildDate}`;
}

/** Resolves the distribution configuration of a build of a container. Undefined if the build has none. */
export function containerDistribution(
  build: WrittenBuild,
  repository: string,
  { environment, names }: DistributionContext,
): DistributionConfiguration<ContainerDistribution> | undefined {
  if (build.distribute === "none") return undefined;
  return {
    ...labelsOf(build, names),
    targets: (containerTargetsOf(build) ?? [{ region: environment.region }]).map((target) => ({
      region: target.region,
      repository: target.repository ?? repository,
      tags: target.tags ?? [],
      description: target.description,
    })),
  };
}

/** Returns id, name, description and tags of the distribution configuration of a single build. */
function labelsOf({ owner, distributionOf, descriptions, tags }: WrittenBuild, names: Names) {
  return {
    id: distributionOf === undefined ? owner : pairId(owner, distributionOf),
    name: names.distribution(owner, distributionOf),
    description: descriptions.distribution,
    tags: tags.distribution ?? {},
  };
}
