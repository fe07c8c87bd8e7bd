import { z } from "zod";

import { recipeVolume, volumeTypeNames } from "../../aws/volume-types";
import { limitedInt } from "../limits";
import { kmsKeyArn } from "./common";

const provider = "the AWS provider";

/**
 * Device name of a volume. Names inside an instance, such as nvme1n1, are not allowed. Source: EC2 User Guide, "Device names for volumes".
 */
export const device = z
  .string()
  .regex(/^(\/dev\/)?(sd|xvd|hd)[a-z]{1,2}\d{0,2}$/, "a device name, e.g. /dev/sda1, /dev/sdf or /dev/xvda");

/** Value that omits a setting, so that it is inherited from the parent image. No other value can express this. For adopted recipes. */
export const AS_PARENT = "as-parent";
const orAsParent = z.literal([true, false, AS_PARENT]);

/** An EBS volume of a build instance and of the AMI. */
export const volume = z.strictObject({
  device: device.optional().describe("Device name. Default: the root device of the parent."),
  size: limitedInt({ ...recipeVolume.size, of: provider })
    .optional()
    .describe("GiB, 1 to 16000. Default: the size of the parent's snapshot."),
  type: z
    .enum([...volumeTypeNames, AS_PARENT])
    .default("gp3")
    .describe("EBS volume type; `as-parent` keeps that of the parent's mapping."),
  iops: limitedInt({ ...recipeVolume.iops, of: provider })
    .optional()
    .describe(
      "I/O operations per second, for gp3, io1 and io2; the provider accepts 100 to 10000. Default: that of the volume type.",
    ),
  throughput: limitedInt({ ...recipeVolume.throughput, of: provider })
    .optional()
    .describe("MiB per second, for gp3; 125 to 1000. Default: that of the volume type."),
  encrypted: orAsParent
    .default(true)
    .describe("Whether the volume is encrypted; `as-parent` keeps it like the parent's snapshot."),
  kmsKey: kmsKeyArn
    .optional()
    .describe("KMS key of the volume. Default: the environment's key, else the account's default key."),
  deleteOnTermination: orAsParent
    .default(true)
    .describe("Whether the volume is deleted with its instance; `as-parent` keeps the parent's mapping."),
  snapshot: z
    .string()
    .regex(/^snap-([0-9a-f]{8}|[0-9a-f]{17})$/, "a snapshot id: snap- and 8 or 17 hexadecimal digits")
    .optional()
    .describe("Snapshot to create the volume from. Default: none."),
});

export type Volume = z.output<typeof volume>;
