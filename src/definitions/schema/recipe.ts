import { z } from "zod";

import { maxText } from "../../aws/limits";

/** Major and minor number of a recipe's version. */
export const versionLine = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/, 'a major.minor line in quotes without leading zeros, e.g. "1.0"')
  .optional()
  .describe(
    "The major.minor line of the recipe's version; the patch is derived (versions.lock.json). Default: that of its newest version, at first 1.0.",
  );

export const workingDirectory = z
  .string()
  .min(1)
  .max(maxText)
  .optional()
  .describe("Absolute folder for scripts and logs of the build. Default: `/tmp`, on Windows `C:/`.");

/** Settings of the test stage. */
export const testStage = z.strictObject({
  enabled: z.boolean().default(true).describe("Whether the test stage runs."),
  timeoutMinutes: z
    .int()
    .min(60)
    .max(1440)
    .default(720)
    .describe("Limit of the test stage in minutes, 60 to 1440 (Image Builder currently ignores it)."),
});

export const tests = testStage.prefault({}).describe("The test stage.");

export const enhancedMetadata = z
  .boolean()
  .default(true)
  .describe(
    "Whether Image Builder collects the inventory of the image. This conflicts with an SSM inventory association of the account.",
  );
