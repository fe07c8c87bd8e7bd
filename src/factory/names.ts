import { arnName, withoutSpaces } from "../aws/resource-name";
import type { BuiltNames } from "../definitions/schema/built-resources";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { shippedPrefix } from "../documents/shipped-prefix";
import type { RecipeKind } from "../model/recipe";

/**
 * The names of the resources of an environment in AWS: the name in the environment, otherwise the name of the file with the prefix of the
 * environment. Addresses in Terraform do not depend on these names.
 */
export interface Names {
  /** Name of a component, by its document. */
  readonly component: (document: string) => string;
  /** Name of a workflow, by its document. */
  readonly workflow: (document: string) => string;
  /** Name of a recipe, by image or container. */
  readonly recipe: (built: string) => string;
  /** Name of a pipeline, by image or container and key of the further pipeline. */
  readonly pipeline: (built: string, further?: string) => string;
  /** Name of a distribution configuration, by image or container and key of the further pipeline. */
  readonly distribution: (built: string, further?: string) => string;
  /** Name of an infrastructure configuration, by image or container and key of the further pipeline. */
  readonly infrastructure: (kind: RecipeKind, built: string, further?: string) => string;
  /** Name of a shared distribution configuration, by its key in `distributions`. */
  readonly sharedDistribution: (distribution: string) => string;
  /** Name of an image with the prefix, for channels and as the default name of its AMIs (before the build date). */
  readonly ami: (image: string) => string;
  /** Name of the ECR repository of a container. */
  readonly repository: (container: string) => string;
  readonly lifecyclePolicy: (policy: string) => string;
  /** Name of the launch template of a received image. */
  readonly launchTemplate: (image: string) => string;
  readonly topic: (topic: Exclude<Topic, string>) => string;
  readonly buildRole: string;
  readonly executionRole: string;
  readonly lifecycleRole: string;
  /** Name of the role that moves channels in a consuming account. */
  readonly channelRole: string;
  readonly instanceProfile: string;
  readonly securityGroup: string;
  /** Prefix of the names of the resources in a created network. */
  readonly network: string;
  /** Prefix of the names of event rules. */
  readonly eventRules: string;
  /** Alias of the KMS keys without `alias/`. */
  readonly keyAlias: string;
  readonly documentBucket: string;
  readonly logBucket: string;
}

type FurtherNames = Omit<BuiltNames, "recipe">;

/** The names that an environment sets for an image or container and its further pipelines. */
interface Named {
  readonly names: BuiltNames;
  readonly pipelines: Readonly<Record<string, { readonly names: FurtherNames }>>;
}

/** Ids and default names of the shared infrastructure configurations of images and containers without build settings of their own. */
export const sharedInfrastructures = { image: "image-factory", container: "image-factory-containers" } as const;

/** Returns a document name for AWS, where `/` and `:` are not allowed: `golden:linux/update-os` → `golden-linux-update-os`. */
export function documentName(document: string): string {
  return document.replaceAll("/", "-").replace(shippedPrefix, "golden-");
}

export function namesOf(environment: EnvironmentDefinition): Names {
  const { namePrefix: prefix = "", account, region, build, network, events } = environment;
  const { images, containers, components, workflows, lifecycle, distributions } = environment;
  const builtAs = (built: string) => own<Named>(containers, built) ?? own<Named>(images, built);
  const given = (built: string) => builtAs(built)?.names;
  /** Returns the name that is set for the image or further pipeline, otherwise the default name. */
  const nameOf = (of: keyof FurtherNames, built: string, further?: string): string =>
    further === undefined
      ? (given(built)?.[of] ?? prefix + built)
      : (own(builtAs(built)?.pipelines ?? {}, further)?.names[of] ?? `${prefix}${built}-${further}`);
  const buildRole = build.instanceProfile.roleName ?? `${prefix}ec2-image-builder-${region}`;
  return {
    component: (document) => own(components, document)?.name ?? prefix + documentName(document),
    workflow: (document) => own(workflows, document)?.name ?? prefix + documentName(document),
    recipe: (built) => given(built)?.recipe ?? prefix + built,
    pipeline: (built, further) => nameOf("pipeline", built, further),
    distribution: (built, further) => nameOf("distribution", built, further),
    sharedDistribution: (distribution) => own(distributions, distribution)?.name ?? prefix + distribution,
    infrastructure: (kind, built, further) => {
      const ownBuild = own<{ readonly build?: unknown }>(kind === "image" ? images : containers, built)?.build;
      if (further !== undefined || ownBuild !== undefined) return nameOf("infrastructure", built, further);
      return (kind === "image" ? build.name : build.containersName) ?? prefix + sharedInfrastructures[kind];
    },
    ami: (image) => prefix + image,
    repository: (container) => own(containers, container)?.repository.name ?? arnName(prefix + container),
    lifecyclePolicy: (policy) => own(lifecycle, policy)?.name ?? prefix + policy,
    launchTemplate: (image) => withoutSpaces(prefix + image),
    topic: ({ name }) => name ?? `${prefix}image-factory`,
    buildRole,
    executionRole: environment.executionRole.name ?? `${prefix}ec2-image-builder-execution-${region}`,
    lifecycleRole: environment.lifecycleRole.name ?? `${prefix}ec2-image-builder-lifecycle-${region}`,
    channelRole: environment.consumer?.channels?.roleName ?? `${prefix}ec2-image-builder-channels-${region}`,
    instanceProfile: build.instanceProfile.name ?? `${prefix}ec2-image-builder-${region}`,
    securityGroup: network?.securityGroup?.name ?? `${prefix}image-factory-build`,
    network: network?.create?.name ?? `${prefix}image-factory`,
    eventRules: events?.name ?? `${prefix}image-factory`,
    keyAlias: environment.encryption?.alias ?? `${prefix}golden-images`,
    // The managed policy EC2InstanceProfileForImageBuilder allows reads only from buckets called ec2imagebuilder…
    documentBucket: environment.documents.bucket ?? `ec2imagebuilder-${prefix}${account}-${region}`,
    logBucket: build.logs?.bucket ?? `ec2imagebuilder-logs-${prefix}${account}-${region}`,
  };
}

/** Returns an own property, because a file can be called `constructor`. */
function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
