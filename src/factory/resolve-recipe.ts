import { managedImages } from "../definitions/managed-images";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ComponentReference, ImageDefinition, Volume } from "../definitions/schema/image";
import { imageBuilderArn, type Place } from "./arn";
import type { RecipeComponent, RecipeContent, RecipeVolume } from "./image-factory";

export type ImageDefinitions = ReadonlyMap<string, ImageDefinition>;

/** What an image inherits from the image at the bottom of its chain of parents. */
export interface Base {
  readonly platform: "Linux" | "Windows" | "macOS";
  readonly architecture?: "x86_64" | "arm64";
  readonly rootDevice?: string;
  /** As a component's supportedOsVersions would name it. */
  readonly osVersion?: string;
}

/** Follows the chain of parents within the project down to what AWS or the user says of the first. */
export function baseOf(
  definition: ImageDefinition,
  images: ImageDefinitions,
  seen: ReadonlySet<string> = new Set(),
): Base | undefined {
  const { parent } = definition;
  const own = { architecture: parent.architecture, rootDevice: parent.rootDevice };
  if (parent.os !== undefined) {
    const { platform, rootDevice, osVersion } = managedImages[parent.os];
    return { platform, osVersion, architecture: parent.architecture, rootDevice: parent.rootDevice ?? rootDevice };
  }
  if (parent.image !== undefined) {
    const next = images.get(parent.image);
    if (next === undefined || seen.has(parent.image)) return undefined;
    const inherited = baseOf(next, images, new Set([...seen, parent.image]));
    return inherited && { ...inherited, rootDevice: parent.rootDevice ?? inherited.rootDevice };
  }
  return parent.platform === undefined ? undefined : { platform: parent.platform, ...own };
}

/** The recipe of one image in one environment. */
export function resolveRecipe(
  name: string,
  definition: ImageDefinition,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
  place: Place,
  versionOfComponent: (document: string) => string,
): RecipeContent {
  const rootDevice = baseOf(definition, images)?.rootDevice;
  return {
    name,
    description: definition.description,
    parentImage: parentImage(definition, place),
    components: definition.components.map((reference) => recipeComponent(reference, place, versionOfComponent)),
    volumes: definition.volumes.map((volume) => recipeVolume(volume, rootDevice, environment)),
    workingDirectory: definition.workingDirectory,
    userData: definition.userData,
    removeSsmAgent: definition.removeSsmAgent,
  };
}

function parentImage({ parent }: ImageDefinition, place: Place): string {
  if (parent.os !== undefined && parent.architecture !== undefined) {
    const arnName = managedImages[parent.os].arnNames[parent.architecture] ?? parent.os;
    return imageBuilderArn(place, "aws", "image", arnName, parent.version ?? "x.x.x");
  }
  // A wildcard: the image follows the newest build of the one it stands on, whatever its version.
  if (parent.image !== undefined) return imageBuilderArn(place, place.account, "image", parent.image, "x.x.x");
  if (parent.ssm !== undefined) return `ssm:${parent.ssm}`;
  return parent.arn ?? parent.amis?.[place.region] ?? "";
}

function recipeComponent(
  reference: ComponentReference,
  place: Place,
  versionOf: (document: string) => string,
): RecipeComponent {
  if (typeof reference === "string") return { component: reference, version: versionOf(reference), parameters: {} };
  const parameters = reference.parameters ?? {};
  if (reference.component !== undefined)
    return { component: reference.component, version: versionOf(reference.component), parameters };
  if (reference.arn !== undefined) return { arn: reference.arn, parameters };
  return {
    arn: imageBuilderArn(place, "aws", "component", reference.aws ?? "", reference.version ?? "x.x.x"),
    parameters,
  };
}

function recipeVolume(
  volume: Volume,
  rootDevice: string | undefined,
  environment: EnvironmentDefinition,
): RecipeVolume {
  const { device, kmsKey, ...rest } = volume;
  return {
    ...rest,
    device: device ?? rootDevice ?? "",
    kmsKey: volume.encrypted ? (kmsKey ?? environment.encryption?.kmsKey) : undefined,
  };
}

/** The document a reference names, where it names one of this project. */
export function documentOf(reference: ComponentReference): string | undefined {
  return typeof reference === "string" ? reference : reference.component;
}
