import { arnName, withoutSpaces } from "../aws/resource-name";
import type { BuiltNames } from "../definitions/schema/built-resources";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { shippedPrefix } from "../documents/shipped-prefix";
import type { RecipeKind } from "../model/recipe";

/**
 * What the things of an environment are called in AWS: what it says itself, else what follows from their files, after the environment's prefix.
 * Addresses in Terraform never follow from these.
 */
export interface Names {
  /** By document. */
  readonly component: (document: string) => string;
  /** By document. */
  readonly workflow: (document: string) => string;
  /** By image or container. */
  readonly recipe: (built: string) => string;
  /** The same, and by further pipeline, as are the next two. */
  readonly pipeline: (built: string, further?: string) => string;
  readonly distribution: (built: string, further?: string) => string;
  readonly infrastructure: (kind: RecipeKind, built: string, further?: string) => string;
  /** By its key in `distributions`. */
  readonly sharedDistribution: (distribution: string) => string;
  /** Name of an image after the prefix: of its AMIs where a region sets none, before the date of the build, and in its channels. */
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
  /** Role that moves channels in an account that receives. */
  readonly channelRole: string;
  readonly instanceProfile: string;
  readonly securityGroup: string;
  /** What the names of what is in a created network start with. */
  readonly network: string;
  /** What the names of event rules start with. */
  readonly eventRules: string;
  /** Without alias/. */
  readonly keyAlias: string;
  readonly documentBucket: string;
  readonly logBucket: string;
}

type FurtherNames = Omit<BuiltNames, "recipe">;

/** An image or container, as far as it says names. */
interface Named {
  readonly names: BuiltNames;
  readonly pipelines: Readonly<Record<string, { readonly names: FurtherNames }>>;
}

/** The infrastructure configurations that all share which are built in the same way: their names, and their ids. */
export const sharedInfrastructures = { image: "image-factory", container: "image-factory-containers" } as const;

/** `linux/update-os` → `linux-update-os`, `golden:linux/update-os` → `golden-linux-update-os`: names in AWS hold neither. */
export function documentName(document: string): string {
  return document.replaceAll("/", "-").replace(shippedPrefix, "golden-");
}

export function namesOf(environment: EnvironmentDefinition): Names {
  const { namePrefix: prefix = "", account, region, build, network, events } = environment;
  const { images, containers, components, workflows, lifecycle, distributions } = environment;
  const builtAs = (built: string) => own<Named>(containers, built) ?? own<Named>(images, built);
  const given = (built: string) => builtAs(built)?.names;
  /** What is said of a further pipeline, or what its image says, and what its name is otherwise. */
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
    // The managed policy EC2InstanceProfileForImageBuilder reads buckets called ec2imagebuilder… alone.
    documentBucket: environment.documents.bucket ?? `ec2imagebuilder-${prefix}${account}-${region}`,
    logBucket: build.logs?.bucket ?? `ec2imagebuilder-logs-${prefix}${account}-${region}`,
  };
}

/** A file may be called `constructor`. */
function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
