/** Names that EC2 keeps for root devices, without `/dev/`. Source: EC2 User Guide, "Device names for volumes"; read 2026-11. */
const reserved = new Set(["sda1", "sda", "xvda"]);

/** @param device with or without `/dev/` */
export function isRootName(device: string): boolean {
  return reserved.has(bare(device));
}

/** Whether two names mean the same device: `xvda` and `/dev/xvda` do. */
export function isSameDevice(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(device: string): string {
  return device.replace(/^\/dev\//, "");
}

/**
 * The root device of the instances that build containers, where no AMI is given for them.
 *
 * Source: the ECS-optimized AMIs, which are Amazon Linux or Windows Server; read 2026-11.
 */
export function rootDeviceOfEcs(platform: string): string {
  return platform === "Windows" ? "/dev/sda1" : "/dev/xvda";
}

/** GiB of the root volumes of the AMIs behind the managed images, those with the smallest. Read 2026-11. */
export const smallestRoots = { Linux: 8, Windows: 30, macOS: 1 } as const;
