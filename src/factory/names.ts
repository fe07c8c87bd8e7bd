import { arnName, withoutSpaces } from "../aws/resource-name";
import type { BuiltNames } from "../definitions/schema/built";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { shippedPrefix } from "../documents/shipped-prefix";

/**
 * What the things of an environment are called in AWS: what it says itself, else what follows from their files, after the environment's prefix.
 * Addresses in Terraform never follow from these.
 */
export interface Names {
  /** By document. */
  readonly component: (document: string) => string;
  /** By document. */
  readonly workflow: (document: string) => string;
  /** By image or container, as are the next four. */
  readonly recipe: (built: string) => string;
  readonly pipeline: (built: string) => string;
  readonly distribution: (built: string) => string;
  readonly infrastructure: (kind: "image" | "container", built: string) => string;
  /** Name of the AMIs of an image where a region sets none, before the date of the build. */
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
  readonly instanceProfile: string;
  readonly securityGroup: string;
  /** What the names of what is in a made network start with. */
  readonly network: string;
  /** What the names of event rules start with. */
  readonly eventRules: string;
  /** Without alias/. */
  readonly keyAlias: string;
  readonly documentBucket: string;
  readonly logBucket: string;
}

/** The infrastructure configurations that all share which are built in the same way: their names, and their ids. */
export const sharedInfrastructures = { image: "image-factory", container: "image-factory-containers" } as const;

/** `linux/update-os` → `linux-update-os`, `golden:linux/update-os` → `golden-linux-update-os`: names in AWS hold neither. */
export function documentName(document: string): string {
  return document.replaceAll("/", "-").replace(shippedPrefix, "golden-");
}

export function namesOf(environment: EnvironmentDefinition): Names {
  const { namePrefix: prefix = "", account, region, build, network, events } = environment;
  const { images, containers, components, workflows, lifecycle } = environment;
  const given = (built: string) => own<{ readonly names: BuiltNames }>({ ...images, ...containers }, built)?.names;
  const buildRole = build.instanceProfile.roleName ?? `${prefix}ec2-image-builder-${region}`;
  return {
    component: (document) => own(components, document)?.name ?? prefix + documentName(document),
    workflow: (document) => own(workflows, document)?.name ?? prefix + documentName(document),
    recipe: (built) => given(built)?.recipe ?? prefix + built,
    pipeline: (built) => given(built)?.pipeline ?? prefix + built,
    distribution: (built) => given(built)?.distribution ?? prefix + built,
    infrastructure: (kind, built) => {
      const ownBuild = own<{ readonly build?: unknown }>(kind === "image" ? images : containers, built)?.build;
      if (ownBuild !== undefined) return given(built)?.infrastructure ?? prefix + built;
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
