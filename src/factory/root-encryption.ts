import type { Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { baseOf, type ImageDefinitions } from "./base";
import { lineageOf } from "./lineage";
import { mapsRoot } from "./root-volume";
import { writtenTargets } from "./written-builds";

/**
 * The treatment of the root volume of an image in an environment.
 * - `listed`: the definition of the image lists the volume with its settings.
 * - `encrypted`: the recipe maps the volume and encrypts it with the environment's key, otherwise with the account's default key.
 * - The other values are reasons why the volume is not mapped. It is then encrypted only if the parent's volume is.
 */
export type RootVolume = "listed" | "encrypted" | "declined" | "leaves-account" | "device-unknown";

/** Decides how the root volume of an image is treated. docs/decisions/0015-root-volumes.md has the reasons. */
export function rootVolumeOf(
  name: string,
  definition: ImageDefinition,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
): RootVolume {
  const rootDevice = baseOf(definition, images)?.rootDevice;
  if (mapsRoot(definition.volumes, rootDevice)) return "listed";
  if (!definition.encryptRootVolume) return "declined";
  if (environment.encryption === undefined && leavesWith(name, images, environment)) return "leaves-account";
  return rootDevice === undefined ? "device-unknown" : "encrypted";
}

/** Checks whether the image, or an image of the environment that is based on it and thus has its snapshots, leaves the account. */
function leavesWith(name: string, images: ImageDefinitions, environment: EnvironmentDefinition): boolean {
  return writtenTargets(environment).some(
    ({ image, target }) => leavesAccount(target) && lineageOf(image, images).has(name),
  );
}

/** Checks whether a distribution shares, copies or exports the image. That is not possible with snapshots under the AWS managed key of EBS. */
function leavesAccount({ share, copyTo, export: exported }: Distribution): boolean {
  const shared = share.accounts.length + share.organizations.length + share.organizationalUnits.length > 0;
  return shared || share.public === true || copyTo !== undefined || exported !== undefined;
}
