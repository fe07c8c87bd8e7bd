import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Volume } from "../../definitions/schema/volume";
import type { ImageDefinitions } from "../../factory/base";
import { lineageOf } from "../../factory/lineage";
import { defaultKey } from "../../factory/resolve-keys";
import { rootVolumeOf } from "../../factory/root-encryption";
import type { KmsKey } from "../../model/recipe";

/** A volume that an AMI has, and where it is said. */
export interface ImageVolume {
  /** Name of the image that says it: the image itself, or one of this project that it stands on. */
  readonly image: string;
  /** Absent for the root volume that is encrypted although the image does not list it. */
  readonly index?: number;
  readonly kmsKey?: Volume["kmsKey"];
}

/** The encrypted volumes of an image in an environment, and of those of this project that it stands on. */
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
 * The keys of an AMI in the region where it is built: those of the volumes alone, for the key of a distribution encrypts copies to other regions and
 * accounts. Undefined among them stands for the account's default key.
 * Source: Image Builder User Guide, distribution settings.
 */
export function homeKeys(
  name: string,
  images: ImageDefinitions,
  environment: EnvironmentDefinition,
): (KmsKey | undefined)[] {
  return encryptedVolumes(name, images, environment).map(({ kmsKey }) => kmsKey ?? defaultKey(environment));
}

/** The key of AWS for EBS in every account; whoever is not of the account cannot use it. */
export function isAwsKey(arn: KmsKey | undefined): boolean {
  return typeof arn === "string" && arn.endsWith(":alias/aws/ebs");
}
