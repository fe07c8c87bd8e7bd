import { managedImages } from "../aws/managed-images";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { AS_PARENT, type Volume } from "../definitions/schema/volume";
import type { AmiLookUp } from "../model/look-up";
import type { ImageParent, Parent } from "../model/parent";
import type { ContainerContent, Dockerfile, ImageContent, RecipeVolume } from "../model/recipe";
import type { RecipeParent } from "../model/recipe-parent";
import { required } from "../model/required";
import { baseOf, type ContainerDefinitions, type ImageDefinitions } from "./base";
import type { ListedContainer, ListedImage } from "./listed";
import type { Names } from "./names";
import { defaultKey } from "./resolve-keys";
import { rootVolumeOf } from "./root-encryption";

/** The environment of a recipe and its names. */
export interface RecipeContext {
  readonly environment: EnvironmentDefinition;
  readonly names: Pick<Names, "recipe">;
}

/** Returns the content of an image recipe in an environment. */
export function imageContent(
  { name, definition }: ListedImage,
  { environment, names }: RecipeContext,
  images: ImageDefinitions,
): ImageContent {
  const rootDevice = baseOf(definition, images)?.rootDevice;
  const given = definition.volumes.map((volume) => recipeVolume(volume, rootDevice, environment));
  const isMapped = rootVolumeOf(name, definition, images, environment) === "encrypted" && rootDevice !== undefined;
  return {
    kind: "image",
    name,
    description: definition.description,
    parent: recipeParent(definition.parent, environment, names),
    // The mapping sets only the encryption. Size and type are those of the parent.
    volumes: isMapped ? [{ device: rootDevice, encrypted: true, kmsKey: defaultKey(environment) }, ...given] : given,
    workingDirectory: definition.workingDirectory,
    userData: definition.userData,
    removeSsmAgent: definition.removeSsmAgent,
  };
}

/** Returns the content of a container recipe in an environment. */
export function containerContent(
  { name, definition }: ListedContainer,
  { environment, names }: RecipeContext,
  containers: ContainerDefinitions,
  dockerfile: Dockerfile,
): ContainerContent {
  const { parent, instance } = definition;
  const rootDevice = baseOf(definition, containers)?.rootDevice;
  return {
    kind: "container",
    name,
    description: definition.description,
    parent: recipeParent(parent, environment, names),
    platformOverride: parent.from === "registry" ? parent.platform : undefined,
    dockerfile,
    ami: instance.ami === undefined ? instance.amis?.[environment.region] : withArchitecture(instance.ami, parent),
    volumes: instance.volumes.map((volume) => recipeVolume(volume, rootDevice, environment)),
    kmsKey: definition.kmsKey,
    workingDirectory: definition.workingDirectory,
  };
}

function recipeParent(parent: Parent, { region }: EnvironmentDefinition, names: Pick<Names, "recipe">): RecipeParent {
  switch (parent.from) {
    case "os": {
      const { arnNames } = managedImages[parent.os];
      const name = required(parent.architecture && arnNames[parent.architecture], `the architecture of "${parent.os}"`);
      return { from: "aws", type: "image", name, version: parent.version };
    }
    case "amis":
      return { from: "ami", ami: required(parent.amis[region], `the AMI for "${region}"`) };
    case "ami":
      return { from: "lookUp", lookUp: withArchitecture(parent.ami, parent) };
    case "project":
      return { from: "project", name: parent.name, recipeName: names.recipe(parent.name) };
    case "ssm":
      return { from: "ssm", parameter: parent.parameter };
    case "arn":
      return { from: "arn", arn: parent.arn };
    case "marketplace":
      return { from: "marketplace", product: parent.product };
    case "registry":
      return { from: "registry", image: parent.image };
  }
}

/** Adds the architecture of a definition to the filters of an AMI look-up. Source: EC2 API field Image.architecture. */
export function withArchitecture(
  ami: AmiLookUp,
  { architecture, platform }: Pick<ImageParent, "architecture" | "platform">,
): AmiLookUp {
  if (architecture === undefined) return ami;
  const ofEc2 = platform === "macOS" ? `${architecture}_mac` : architecture;
  const filters = Object.entries({ ...ami.filters, architecture: [ofEc2] });
  return { ...ami, filters: Object.fromEntries(filters.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function recipeVolume(
  volume: Volume,
  rootDevice: string | undefined,
  environment: EnvironmentDefinition,
): RecipeVolume {
  const { device, kmsKey, type, encrypted, deleteOnTermination, ...rest } = volume;
  return {
    ...rest,
    type: said(type),
    encrypted: said(encrypted),
    deleteOnTermination: said(deleteOnTermination),
    device: required(device ?? rootDevice, "the device of a volume"),
    kmsKey: encrypted === true ? (kmsKey ?? defaultKey(environment)) : kmsKey,
  };
}

/** Returns undefined for "as-parent", and other settings unchanged. */
function said<T>(setting: T | typeof AS_PARENT): T | undefined {
  return setting === AS_PARENT ? undefined : setting;
}
