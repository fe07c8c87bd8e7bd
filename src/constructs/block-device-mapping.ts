import { nonEmpty } from "../collections/non-empty";
import type { KmsKey, RecipeVolume } from "../model/recipe";
import { optionalLiteral } from "./terraform-literal";

/** The volumes of an image recipe, or of the instance that builds a container. */
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
      // Text in the provider's schema; any other spelling of the same would replace the recipe.
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
