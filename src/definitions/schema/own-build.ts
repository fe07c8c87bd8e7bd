import { z } from "zod";

import { instanceTags } from "./build";
import { bucketName, instanceProfileName, keyPairName, logPrefix, topicArn } from "./common";
import { instanceTypes, metadata, placement } from "./instance";
import { givenGroups, givenSubnet } from "./network";

const none = z.literal("none");

const network = z.strictObject({
  subnet: givenSubnet
    .optional()
    .describe(
      "Subnet of the build instance, by id, or `tags` and `filters` as in `network`. Default: that of the environment.",
    ),
  securityGroups: givenGroups
    .optional()
    .describe(
      "Security groups of the build instance, as in `network`; EC2 accepts up to 16. Default: those of the environment.",
    ),
});

const logs = z.strictObject({
  bucket: bucketName.optional().describe("A bucket that exists. Default: that of the environment's `build.logs`."),
  prefix: logPrefix
    .optional()
    .describe("Prefix of the keys of the logs. Default: that of the environment, else `image-builder`."),
});

/**
 * Build settings of one image, container or pipeline that differ from its environment. They need a separate infrastructure configuration.
 */
export const ownBuild = z.strictObject({
  instanceTypes: z
    .union([none, instanceTypes])
    .optional()
    .describe(
      "Instance types to build on, or `none` for what Image Builder chooses. Default: those of the environment.",
    ),
  instanceProfile: z
    .strictObject({ name: instanceProfileName.describe("An instance profile that exists.") })
    .optional()
    .describe("Permissions of the build instance. Default: those of the environment."),
  network: z
    .union([none, network])
    .optional()
    .describe("Where the build instance runs, or `none` for the default VPC. Default: `network` of the environment."),
  keyPair: z
    .union([none, keyPairName])
    .optional()
    .describe("Key pair for logging in to a build instance, or `none`. Default: that of the environment."),
  terminateOnFailure: z
    .boolean()
    .optional()
    .describe(
      "Whether the build instance is terminated when a build fails; false keeps it for inspection, at your cost. Default: as the environment says.",
    ),
  logs: z
    .union([none, logs])
    .optional()
    .describe(
      "Where build logs go in addition to CloudWatch Logs, or `none`. Default: where those of the environment go.",
    ),
  topic: z
    .union([none, topicArn])
    .optional()
    .describe("ARN of the SNS topic that gets a message for each build, or `none`. Default: that of the environment."),
  placement: placement.optional().describe("The host that build instances run on. Default: that of the environment."),
  metadata: metadata
    .optional()
    .describe(
      "The instance metadata service; `as-ami` keeps the settings of the AMI and the account. Default: that of the environment.",
    ),
  tags: instanceTags
    .optional()
    .describe("Tags of the instance and volumes of a build. Default: those of the environment's `build`."),
});

export type OwnBuild = z.output<typeof ownBuild>;
