import { arnName } from "../aws/resource-name";
import { managedImages } from "../aws/managed-images";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import type { ComponentReference } from "../model/component-reference";
import { AS_PARENT, type Volume } from "../definitions/schema/volume";
import { imageBuilderArn, type Place } from "./arn";
import { baseOf, type ImageDefinitions } from "./base";
import type { Names } from "./names";
import type { ImageRecipeContent, RecipeComponent, RecipeVolume } from "./recipe-content";
import { defaultKey } from "./resolve-keys";
import { rootVolumeOf } from "./root-encryption";

/** The recipe of one image in one environment. */
export function resolveImageRecipe(
  name: string,
  definition: ImageDefinition,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
  place: Place,
  names: Pick<Names, "recipe">,
  components: readonly RecipeComponent[],
): ImageRecipeContent {
  const rootDevice = baseOf(definition, images)?.rootDevice;
  const given = definition.volumes.map((volume) => recipeVolume(volume, rootDevice, environment));
  // What the mapping does not say, such as size and type, is the parent's.
  const root: RecipeVolume = { device: rootDevice ?? "", encrypted: true, kmsKey: defaultKey(environment) };
  const isMapped = rootVolumeOf(name, definition, images, environment) === "encrypted";
  return {
    name,
    description: definition.description,
    parentImage: parentImage(definition, place, names),
    components,
    volumes: isMapped ? [root, ...given] : given,
    workingDirectory: definition.workingDirectory,
    userData: definition.userData,
    removeSsmAgent: definition.removeSsmAgent,
  };
}

function parentImage({ parent }: ImageDefinition, place: Place, names: Pick<Names, "recipe">): string {
  switch (parent.from) {
    case "os": {
      const managedName = parent.architecture && managedImages[parent.os].arnNames[parent.architecture];
      return imageBuilderArn(place, "aws", "image", managedName ?? parent.os, parent.version);
    }
    case "project":
      // A wildcard: the image follows the newest build of the one it stands on, whatever its version.
      return imageBuilderArn(place, place.account, "image", arnName(names.recipe(parent.name)), "x.x.x");
    case "ssm":
      return `ssm:${parent.parameter}`;
    case "arn":
      return parent.arn;
    case "marketplace":
      return parent.product;
    case "amis":
      return parent.amis[place.region] ?? "";
  }
}

/** A component as a recipe takes it. */
export function recipeComponent(
  reference: ComponentReference,
  place: Place,
  versionOf: (document: string) => string,
): RecipeComponent {
  const { parameters } = reference;
  switch (reference.from) {
    case "project":
      return { component: reference.document, version: versionOf(reference.document), parameters };
    case "arn":
      return { arn: reference.arn, parameters };
    case "aws":
      return { arn: imageBuilderArn(place, "aws", "component", reference.name, reference.version), parameters };
  }
}

/** A volume as a recipe takes it. */
export function recipeVolume(
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
    device: device ?? rootDevice ?? "",
    kmsKey: encrypted === true ? (kmsKey ?? defaultKey(environment)) : kmsKey,
  };
}

/** Undefined where the parent says it. */
function said<T>(setting: T | typeof AS_PARENT): T | undefined {
  return setting === AS_PARENT ? undefined : setting;
}
