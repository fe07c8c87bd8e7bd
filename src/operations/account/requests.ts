import type {
  ComponentConfiguration,
  CreateContainerRecipeCommandInput,
  CreateDistributionConfigurationCommandInput,
  CreateImageRecipeCommandInput,
  CreateInfrastructureConfigurationCommandInput,
  CreateLifecyclePolicyCommandInput,
  InstanceBlockDeviceMapping,
} from "@aws-sdk/client-imagebuilder";

import type { Distribution, DistributionConfiguration } from "../../factory/distribution";
import type { Container, Image } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { Infrastructure } from "../../factory/infrastructure";
import type { LifecyclePolicy, LifecycleRule } from "../../factory/lifecycle-policy";
import type { ContainerRecipe, ImageRecipe, KmsKey, RecipeVolume } from "../../model/recipe";
import { parentImage } from "../../model/recipe-parent";
import type { Place } from "../../aws/place";
import { arnOf } from "../../model/reference";

/** What the SDK asks for in each request; a dry run creates nothing that it could apply to. */
type Asked<T> = Omit<T, "clientToken">;

/** @param components of the recipe that are there already, one at least */
export function imageRecipeRequest(
  { recipe }: Image,
  components: readonly ComponentConfiguration[],
  place: Place,
): Asked<CreateImageRecipeCommandInput> {
  return {
    name: recipe.recipeName,
    semanticVersion: recipe.version,
    description: recipe.description,
    parentImage: parentImage(recipe.parent, place),
    components: [...components],
    blockDeviceMappings: blockDeviceMappings(recipe.volumes),
    workingDirectory: recipe.workingDirectory,
    additionalInstanceConfiguration:
      recipe.userData === undefined && recipe.removeSsmAgent === undefined
        ? undefined
        : {
            userDataOverride: recipe.userData && Buffer.from(recipe.userData).toString("base64"),
            systemsManagerAgent:
              recipe.removeSsmAgent === undefined ? undefined : { uninstallAfterBuild: recipe.removeSsmAgent },
          },
  };
}

/**
 * @param components as of an image
 * @param dockerfile text of the template
 */
export function containerRecipeRequest(
  { recipe, repository }: Container,
  components: readonly ComponentConfiguration[],
  dockerfile: string,
  place: Place,
): Asked<CreateContainerRecipeCommandInput> {
  const mappings = blockDeviceMappings(recipe.volumes);
  // What is looked up is another call's answer.
  const ami = typeof recipe.ami === "string" ? recipe.ami : undefined;
  return {
    containerType: "DOCKER",
    name: recipe.recipeName,
    semanticVersion: recipe.version,
    description: recipe.description,
    parentImage: parentImage(recipe.parent, place),
    platformOverride: recipe.platformOverride,
    dockerfileTemplateData: dockerfile,
    targetRepository: { service: "ECR", repositoryName: repository.name },
    components: [...components],
    instanceConfiguration:
      ami === undefined && mappings === undefined ? undefined : { image: ami, blockDeviceMappings: mappings },
    workingDirectory: recipe.workingDirectory,
    kmsKeyId: recipe.kmsKey,
  };
}

/**
 * Components of a recipe that are there before the deployment. Those of this project come with it; where all are of this project, the one stands for
 * them that AWS manages for the platform.
 *
 * @returns none for macOS, for which there is none to stand in
 */
export function componentsThatExist(
  { components }: ImageRecipe | ContainerRecipe,
  { place, components: made }: Pick<ImageFactory, "place" | "components">,
): ComponentConfiguration[] {
  const given = components.flatMap((component) =>
    component.from === "project"
      ? []
      : [
          {
            componentArn: arnOf(component, place),
            parameters: filled(Object.entries(component.parameters).map(([name, value]) => ({ name, value: [value] }))),
          },
        ],
  );
  if (given.length > 0) return given;
  const documents = components.flatMap((component) => (component.from === "project" ? component.document : []));
  const platform = made.find(({ document }) => documents.includes(document))?.platform ?? "macOS";
  if (platform === "macOS") return [];
  const update = {
    from: "aws",
    type: "component",
    name: `update-${platform.toLowerCase()}`,
    version: "x.x.x",
  } as const;
  return [{ componentArn: arnOf(update, place) }];
}

function blockDeviceMappings(volumes: readonly RecipeVolume[]): InstanceBlockDeviceMapping[] | undefined {
  return filled(
    volumes.map(({ device, size, type, iops, throughput, encrypted, kmsKey, deleteOnTermination, snapshot }) => ({
      deviceName: device,
      ebs: {
        volumeSize: size,
        volumeType: type as "gp3" | undefined,
        iops,
        throughput,
        encrypted,
        kmsKeyId: existing(kmsKey),
        deleteOnTermination,
        snapshotId: snapshot,
      },
    })),
  );
}

/** Absent where the deployment makes it. */
function existing(key: KmsKey | undefined): string | undefined {
  return typeof key === "string" ? key : undefined;
}

/** @param profile name of the instance profile */
export function infrastructureRequest(
  infrastructure: Infrastructure,
  { build, network }: Pick<ImageFactory, "build" | "network">,
  profile: string,
): Asked<CreateInfrastructureConfigurationCommandInput> {
  const { instanceTypes, placement, metadata, logs } = infrastructure;
  // A made security group is not there yet, and a subnet without one is refused.
  const groups = infrastructure.securityGroups ?? network?.securityGroups;
  const subnet = infrastructure.subnet ?? network?.subnet;
  // What is looked up is another call's answer.
  const known = groups?.filter((group) => typeof group === "string");
  const isKnown = known !== undefined && known.length === groups?.length && typeof subnet === "string";
  const logsExist = logs !== undefined && !(build.logs?.create === true && build.logs.name === logs.bucket);
  return {
    name: infrastructure.name,
    description: infrastructure.description,
    instanceProfileName: profile,
    instanceTypes: instanceTypes && [...instanceTypes],
    keyPair: infrastructure.keyPair,
    subnetId: isKnown ? subnet : undefined,
    securityGroupIds: isKnown ? known : undefined,
    terminateInstanceOnFailure: infrastructure.terminateOnFailure,
    instanceMetadataOptions: metadata && { httpTokens: metadata.tokens, httpPutResponseHopLimit: metadata.hopLimit },
    logging: logsExist ? { s3Logs: { s3BucketName: logs.bucket, s3KeyPrefix: logs.prefix } } : undefined,
    placement: {
      tenancy: placement.tenancy,
      availabilityZone: placement.availabilityZone,
      hostId: placement.host,
      hostResourceGroupArn: placement.hostResourceGroup,
    },
    resourceTags: filledMap(infrastructure.instanceTags),
  };
}

export function distributionRequest({
  name,
  description,
  targets,
}: DistributionConfiguration<Distribution>): Asked<CreateDistributionConfigurationCommandInput> {
  return { name, description, distributions: targets.map(inRegion) };
}

function inRegion({
  region,
  amiName,
  description,
  amiTags,
  share,
  copyToAccounts,
  kmsKey,
  launchTemplates,
  ssmParameters,
  licenses,
}: Distribution) {
  const { accounts, organizations, organizationalUnits } = share;
  const isShared = share.public || accounts.length + organizations.length + organizationalUnits.length > 0;
  return {
    region,
    amiDistributionConfiguration: {
      name: amiName,
      description,
      amiTags: filledMap(amiTags),
      kmsKeyId: existing(kmsKey),
      targetAccountIds: filled(copyToAccounts),
      launchPermission: isShared
        ? {
            userGroups: share.public ? ["all"] : undefined,
            userIds: filled(accounts),
            organizationArns: filled(organizations),
            organizationalUnitArns: filled(organizationalUnits),
          }
        : undefined,
    },
    launchTemplateConfigurations: filled(
      launchTemplates.map(({ id, account, setDefault }) => ({
        launchTemplateId: id,
        accountId: account,
        setDefaultVersion: setDefault,
      })),
    ),
    ssmParameterConfigurations: filled(
      ssmParameters.map(({ name, account, dataType }) => ({
        parameterName: name,
        amiAccountId: account,
        dataType: dataType as "text",
      })),
    ),
    licenseConfigurationArns: filled(licenses),
  };
}

/** @param executionRole its ARN */
export function lifecycleRequest(
  { name, description, enabled, resourceType, selection, rules }: LifecyclePolicy,
  executionRole: string,
): Asked<CreateLifecyclePolicyCommandInput> {
  return {
    name,
    description,
    status: enabled ? "ENABLED" : "DISABLED",
    executionRole,
    resourceType,
    resourceSelection:
      "tags" in selection
        ? { tagMap: { ...selection.tags } }
        : { recipes: selection.recipes.map((recipe) => ({ name: recipe.name, semanticVersion: recipe.version })) },
    policyDetails: rules.map(policyDetail),
  };
}

function policyDetail({ action, include, filter, exclude: { tags, amis } }: LifecycleRule) {
  const tagMap = filledMap(tags);
  return {
    action: { type: action, includeResources: { ...include } },
    filter: { ...filter },
    exclusionRules:
      tagMap === undefined && amis === undefined
        ? undefined
        : {
            tagMap,
            amis: amis && {
              isPublic: amis.public,
              regions: filled(amis.regions),
              sharedAccounts: filled(amis.sharedAccounts),
              lastLaunched: amis.lastLaunched,
              tagMap: filledMap(amis.tags),
            },
          },
  };
}

/** The API refuses empty maps as well as empty lists. */
function filledMap(map: Readonly<Record<string, string>>): Record<string, string> | undefined {
  return Object.keys(map).length === 0 ? undefined : { ...map };
}

/** The API refuses empty lists. */
function filled<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
