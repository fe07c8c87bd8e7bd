import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Volume } from "../../definitions/schema/volume";
import type { ImageDefinitions } from "../../factory/base";
import { lineageOf } from "../../factory/lineage";
import { defaultKey } from "../../factory/resolve-keys";
import { rootVolumeOf } from "../../factory/root-encryption";
import type { KmsKey } from "../../model/recipe";

/** A volume of an AMI, with the image that defines it. */
export interface ImageVolume {
  /** Name of the image that defines the volume: the image itself or one of its parents in this project. */
  readonly image: string;
  /** Index in the list of volumes; undefined for a root volume that is encrypted although the image does not list it. */
  readonly index?: number;
  readonly kmsKey?: Volume["kmsKey"];
}

/** Returns the encrypted volumes of an image and of its parents in this project, in an environment. */
export function encryptedVolumes(
  name: string,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
): ImageVolume[] {
  const found: ImageVolume[] = [];
  for (const [image, definition] of lineageOf(name, images)) {
    definition.volumes.forEach(({ encrypted, kmsKey }, index) => {
      if (encrypted) found.push({ image, index, kmsKey });
    });
    if (rootVolumeOf(image, definition, images, environment) === "encrypted") found.push({ image });
  }
  return found;
}

/**
 * Returns the keys of an AMI in the region of the build. Only the keys of volumes count: the key of a distribution encrypts copies to other
 * regions and accounts. Undefined stands for the account's default key.
 * Source: Image Builder User Guide, distribution settings.
 */
export function homeKeys(
  name: string,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
): (KmsKey | undefined)[] {
  return encryptedVolumes(name, images, environment).map(({ kmsKey }) => kmsKey ?? defaultKey(environment));
}

/** Checks whether a key is the AWS managed key for EBS, which other accounts cannot use. */
export function isAwsKey(arn: KmsKey | undefined): boolean {
  return typeof arn === "string" && arn.endsWith(":alias/aws/ebs");
}
