/** Names that EC2 reserves for root devices, without `/dev/`. Source: EC2 User Guide, "Device names for volumes"; read 2026-11. */
const reserved = new Set(["sda1", "sda", "xvda"]);

/** Checks whether EC2 reserves a device name for root devices. @param device with or without `/dev/` */
export function isRootName(device: string): boolean {
  return reserved.has(bare(device));
}

/** Checks whether two names mean the same device, such as `xvda` and `/dev/xvda`. */
export function isSameDevice(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(device: string): string {
  return device.replace(/^\/dev\//, "");
}

/**
 * Returns the root device of the instances that build containers if their AMI is not set.
 *
 * Source: the ECS-optimized AMIs, which are Amazon Linux or Windows Server; read 2026-11.
 */
export function rootDeviceOfEcs(platform: string): string {
  return platform === "Windows" ? "/dev/sda1" : "/dev/xvda";
}

/** The smallest root volume among the managed images of each platform, in GiB. Read 2026-11. */
export const smallestRoots = { Linux: 8, Windows: 30, macOS: 1 } as const;
