import { nonEmpty } from "../collections/non-empty";
import type { KmsKey, RecipeVolume } from "../model/recipe";
import { optionalLiteral } from "./terraform-literal";

/** Returns the block device mappings of an image recipe, or of the instance that builds a container. */
export function blockDeviceMappings(volumes: readonly RecipeVolume[], keyArn: (key: KmsKey) => string) {
  return nonEmpty(volumes.map((volume) => blockDeviceMapping(volume, keyArn)));
}

function blockDeviceMapping(volume: RecipeVolume, keyArn: (key: KmsKey) => string) {
  return {
    deviceName: volume.device,
    ebs: {
      volumeSize: volume.size,
      volumeType: volume.type,
      iops: volume.iops,
      throughput: volume.throughput,
      // The provider's schema has texts here. Any other spelling of the same value would replace the recipe.
      encrypted: optionalText(volume.encrypted),
      deleteOnTermination: optionalText(volume.deleteOnTermination),
      kmsKeyId: volume.kmsKey && keyArn(volume.kmsKey),
      snapshotId: optionalLiteral(volume.snapshot),
    },
  };
}

function optionalText(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
