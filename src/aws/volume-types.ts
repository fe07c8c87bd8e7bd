/** The limits of an EBS volume type. */
export interface VolumeType {
  /** Minimum size in GiB. */
  readonly minSize: number;
  /** Maximum size in GiB. */
  readonly maxSize: number;
  /** The limits of IOPS, and whether IOPS must be set. Undefined if the IOPS of this type cannot be chosen. */
  readonly iops?: { readonly min: number; readonly perGib: number; readonly needed: boolean };
  /** True if a volume of this type cannot be a root volume. */
  readonly noRoot?: true;
}

export const volumeTypeNames = ["standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"] as const;

export type VolumeTypeName = (typeof volumeTypeNames)[number];

/**
 * The limits of each EBS volume type.
 *
 * Source: EBS User Guide, "Amazon EBS volume types"; EC2 API field EbsBlockDevice.VolumeSize, which has 65,536 GiB for gp3 (botocore 1.43.11; texts
 * from before September 2025 say 16,384). Read 2026-11.
 */
export const volumeTypes: Readonly<Record<VolumeTypeName, VolumeType>> = {
  gp3: { minSize: 1, maxSize: 65_536, iops: { min: 3000, perGib: 500, needed: false } },
  gp2: { minSize: 1, maxSize: 16_384 },
  io1: { minSize: 4, maxSize: 16_384, iops: { min: 100, perGib: 50, needed: true } },
  io2: { minSize: 4, maxSize: 65_536, iops: { min: 100, perGib: 1000, needed: true } },
  st1: { minSize: 125, maxSize: 16_384, noRoot: true },
  sc1: { minSize: 125, maxSize: 16_384, noRoot: true },
  standard: { minSize: 1, maxSize: 1024 },
};

/** Maximum throughput of a gp3 volume, in MiB/s per provisioned IOPS. Source: EBS User Guide, "General Purpose SSD volumes"; read 2026-11. */
export const throughputPerIops = 0.25;

/**
 * Limits of volumes in recipes, for every volume type. The AWS provider validates them, and they are narrower than those of EBS.
 *
 * Source: AWS provider 5.100.0, aws_imagebuilder_image_recipe; read 2026-11. The API has the same limits of size and throughput.
 */
export const recipeVolume = {
  size: { minimum: 1, maximum: 16_000 },
  iops: { minimum: 100, maximum: 10_000 },
  throughput: { minimum: 125, maximum: 1000 },
} as const;
