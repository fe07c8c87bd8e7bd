import type { Distribution } from "../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { baseOf, type ImageDefinitions } from "./base";
import { lineageOf } from "./lineage";
import { mapsRoot } from "./root-volume";
import { writtenTargets } from "./written-builds";

/**
 * What becomes of the root volume of an image in an environment.
 * - `listed`: it is among the image's volumes, and is as they say.
 * - `encrypted`: it is mapped, and encrypted with the environment's key, else with the account's default key.
 * - the others say why it is not mapped, and so is encrypted where its parent's is.
 */
export type RootVolume = "listed" | "encrypted" | "declined" | "leaves-account" | "device-unknown";

/** Why the choice is made so: docs/decisions/0015-root-volumes.md. */
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

/** Whether the image leaves the account, or one of the environment that stands on it and so has its snapshots. */
function leavesWith(name: string, images: ImageDefinitions, environment: EnvironmentDefinition): boolean {
  return writtenTargets(environment).some(
    ({ image, target }) => leavesAccount(target) && lineageOf(image, images).has(name),
  );
}

/** Snapshots under AWS's own key of EBS can be neither shared nor exported. */
function leavesAccount({ share, copyTo, export: exported }: Distribution): boolean {
  const shared = share.accounts.length + share.organizations.length + share.organizationalUnits.length > 0;
  return shared || share.public === true || copyTo !== undefined || exported !== undefined;
}
