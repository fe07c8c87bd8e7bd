import type { ImageDefinition } from "../../definitions/schema/image";
import type { Volume } from "../../definitions/schema/volume";
import type { ImageDefinitions } from "../../factory/base";

/** A volume that an AMI has, and where it is said. */
export interface ImageVolume {
  /** Name of the image that says it: the image itself, or one of this project that it stands on. */
  readonly image: string;
  readonly index: number;
  readonly volume: Volume;
}

/** The encrypted volumes of an image and of those of this project that it stands on. */
export function encryptedVolumes(name: string, images: ImageDefinitions): ImageVolume[] {
  const found: ImageVolume[] = [];
  const seen = new Set<string>();
  let at: string | undefined = name;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const image: string = at;
    const definition: ImageDefinition | undefined = images.get(image);
    definition?.volumes.forEach((volume, index) => {
      if (volume.encrypted) found.push({ image, index, volume });
    });
    at = definition?.parent.image;
  }
  return found;
}

/** The key of AWS for EBS in every account; whoever is not of the account cannot use it. */
export function isAwsKey(arn: string | undefined): boolean {
  return arn?.endsWith(":alias/aws/ebs") === true;
}
