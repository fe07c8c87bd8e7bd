import { isRootName, isSameDevice } from "../aws/root-device";
import type { Volume } from "../definitions/schema/volume";

/** Whether one of the volumes is the root device; where that is not known, whether one has a name that EC2 keeps for it. */
export function mapsRoot(volumes: readonly Volume[], rootDevice: string | undefined): boolean {
  return volumes.some(({ device }) => {
    if (device === undefined) return true;
    return rootDevice === undefined ? isRootName(device) : isSameDevice(device, rootDevice);
  });
}
