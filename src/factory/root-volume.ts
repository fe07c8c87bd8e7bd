import { isRootName, isSameDevice } from "../aws/root-device";
import type { Volume } from "../definitions/schema/volume";

/** Checks whether one of the volumes is the root device. If the root device is not known, checks for names that EC2 reserves for root devices. */
export function mapsRoot(volumes: readonly Volume[], rootDevice: string | undefined): boolean {
  return volumes.some(({ device }) => {
    if (device === undefined) return true;
    return rootDevice === undefined ? isRootName(device) : isSameDevice(device, rootDevice);
  });
}
