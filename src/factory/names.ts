import { arnName, withoutSpaces } from "../aws/resource-name";
import { own } from "../collections/own";
import type { BuiltNames } from "../definitions/schema/built-resources";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { Topic } from "../definitions/schema/topic";
import { shippedPrefix } from "../documents/shipped-prefix";
import type { RecipeKind } from "../model/recipe";

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

/**
 * Returns the names of the resources of an environment in AWS: the name in the environment, otherwise the name of the file with the prefix of the
 * environment. Addresses in Terraform do not depend on these names.
 */
export function namesOf(environment: EnvironmentDefinition) {
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
    /** Name of a component, by its document. */
    component: (document: string) => own(components, document)?.name ?? prefix + documentName(document),
    /** Name of a workflow, by its document. */
    workflow: (document: string) => own(workflows, document)?.name ?? prefix + documentName(document),
    /** Name of a recipe, by image or container. */
    recipe: (built: string) => given(built)?.recipe ?? prefix + built,
    /** Name of a pipeline, by image or container and key of the further pipeline. */
    pipeline: (built: string, further?: string) => nameOf("pipeline", built, further),
    /** Name of a distribution configuration, by image or container and key of the further pipeline. */
    distribution: (built: string, further?: string) => nameOf("distribution", built, further),
    /** Name of a shared distribution configuration, by its key in `distributions`. */
    sharedDistribution: (distribution: string) => own(distributions, distribution)?.name ?? prefix + distribution,
    /** Name of an infrastructure configuration, by image or container and key of the further pipeline. */
    infrastructure: (kind: RecipeKind, built: string, further?: string) => {
      const ownBuild = own<{ readonly build?: unknown }>(kind === "image" ? images : containers, built)?.build;
      if (further !== undefined || ownBuild !== undefined) return nameOf("infrastructure", built, further);
      return (kind === "image" ? build.name : build.containersName) ?? prefix + sharedInfrastructures[kind];
    },
    /** Name of an image with the prefix, for channels and as the default name of its AMIs (before the build date). */
    ami: (image: string) => prefix + image,
    /** Name of the ECR repository of a container. */
    repository: (container: string) => own(containers, container)?.repository.name ?? arnName(prefix + container),
    lifecyclePolicy: (policy: string) => own(lifecycle, policy)?.name ?? prefix + policy,
    /** Name of the launch template of a received image. */
    launchTemplate: (image: string) => withoutSpaces(prefix + image),
    topic: ({ name }: Exclude<Topic, string>) => name ?? `${prefix}image-factory`,
    buildRole,
    executionRole: environment.executionRole.name ?? `${prefix}ec2-image-builder-execution-${region}`,
    lifecycleRole: environment.lifecycleRole.name ?? `${prefix}ec2-image-builder-lifecycle-${region}`,
    /** Name of the role that moves channels in a consuming account. */
    channelRole: environment.consumer?.channels?.roleName ?? `${prefix}ec2-image-builder-channels-${region}`,
    instanceProfile: build.instanceProfile.name ?? `${prefix}ec2-image-builder-${region}`,
    securityGroup: network?.securityGroup?.name ?? `${prefix}image-factory-build`,
    /** Prefix of the names of the resources in a created network. */
    network: network?.create?.name ?? `${prefix}image-factory`,
    /** Prefix of the names of event rules. */
    eventRules: events?.name ?? `${prefix}image-factory`,
    /** Alias of the KMS keys without `alias/`. */
    keyAlias: environment.encryption?.alias ?? `${prefix}golden-images`,
    // The managed policy EC2InstanceProfileForImageBuilder allows reads only from buckets called ec2imagebuilder…
    documentBucket: environment.documents.bucket ?? `ec2imagebuilder-${prefix}${account}-${region}`,
    logBucket: build.logs?.bucket ?? `ec2imagebuilder-logs-${prefix}${account}-${region}`,
  };
}

export type Names = Readonly<ReturnType<typeof namesOf>>;
