import type { Volume } from "../definitions/schema/volume";

/** Names that EC2 keeps for root devices. Source: EC2 User Guide, device names for volumes. */
const reserved = new Set(["sda1", "sda", "xvda"]);

export function isRootName(device: string): boolean {
  return reserved.has(bare(device));
}

/** Whether one of the volumes is the root device; where that is not known, whether one has a name that EC2 keeps for it. */
export function mapsRoot(volumes: readonly Volume[], rootDevice: string | undefined): boolean {
  return volumes.some(({ device }) => {
    if (device === undefined) return true;
    return rootDevice === undefined ? isRootName(device) : isSameDevice(device, rootDevice);
  });
}

/** Whether two names mean the same device: `xvda` and `/dev/xvda` do. */
export function isSameDevice(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(device: string): string {
  return device.replace(/^\/dev\//, "");
}
