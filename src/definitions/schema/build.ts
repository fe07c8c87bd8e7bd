import { z } from "zod";

import { maxResourceTags } from "../../aws/tags";
import { limitedInt } from "../limits";
import { atMost } from "./at-most";
import { logsProtection } from "./bucket-protection";
import {
  bucketName,
  description,
  instanceProfileName,
  keyPairName,
  kmsKeyArn,
  logPrefix,
  name,
  policyArns,
  roleName,
  tags,
} from "./common";
import { createdBucket, keyOfEncryption } from "./created-bucket";
import { createdRole } from "./created-role";
import { oneOrBoth } from "./exactly-one";
import { instanceTypes, metadata, placement } from "./instance";
import { topic } from "./topic";

const s3Place = z
  .string()
  .max(1088)
  .regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[^/\s].*)?$/,
    "a bucket, or a folder of it: bucket or bucket/folder, without s3:// before it",
  );

const instanceProfile = z
  .strictObject({
    create: z
      .literal(true)
      .optional()
      .describe("Create the role and its instance profile, with only what Image Builder needs."),
    policies: policyArns.describe(
      "Other managed policies that the components need, by ARN; for a created profile. `quotas` sets how many.",
    ),
    read: z
      .array(s3Place)
      .default([])
      .describe(
        "What the components download from S3, other than their documents: a `bucket`, or a folder or object as `bucket/folder`; for a created profile.",
      ),
    write: z
      .array(s3Place)
      .default([])
      .describe("Where the components upload to in S3, written in the same way; for a created profile."),
    name: instanceProfileName
      .optional()
      .describe(
        "An instance profile that exists, or the name of the created one. Default: `ec2-image-builder-<region>` after `namePrefix`.",
      ),
    roleName: roleName
      .optional()
      .describe("Name of the created role. Default: `ec2-image-builder-<region>` after `namePrefix`."),
    ...createdRole,
  })
  .superRefine(oneOrBoth("create", "name"));

const logs = z
  .strictObject({
    create: z
      .literal(true)
      .optional()
      .describe("Create the bucket: encrypted, private, TLS only. Default: no; `bucket` exists."),
    bucket: bucketName
      .optional()
      .describe(
        "A bucket that exists, or the name of the created one. Default: `ec2imagebuilder-logs-<account>-<region>`, with `namePrefix` before the account.",
      ),
    prefix: logPrefix.default("image-builder").describe("Prefix of the keys of the logs; `/` means no prefix."),
    expireDays: limitedInt({ minimum: 1, maximum: 3650, of: "this project" })
      .optional()
      .describe("Days after which logs in a created bucket are deleted. Default: never."),
    protection: logsProtection,
    ...createdBucket,
  })
  .superRefine(oneOrBoth("create", "bucket"))
  .superRefine(keyOfEncryption);

const logGroups = z.strictObject({
  retentionDays: z
    .literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653])
    .default(90)
    .describe("Days after which CloudWatch Logs deletes an entry."),
  kmsKey: kmsKeyArn.optional().describe("KMS key of the log groups. Default: the encryption of CloudWatch Logs."),
});

/** Tags of the resources that a build creates in EC2. */
export const instanceTags = tags.superRefine(atMost(maxResourceTags, "tags", ", for the API's resourceTags"));

/** Settings of build instances, for an infrastructure configuration. */
export const build = z.strictObject({
  description: description
    .optional()
    .describe("Description of the infrastructure configurations, 1 to 1024 characters. Default: none."),
  name: name
    .optional()
    .describe(
      "Name of the infrastructure configuration of all images without a `build` of their own. Default: `image-factory` after `namePrefix`.",
    ),
  containersName: name
    .optional()
    .describe("The same for containers. Default: `image-factory-containers` after `namePrefix`."),
  instanceTypes: instanceTypes
    .optional()
    .describe("Instance types to build on; the first with capacity is used. Default: Image Builder chooses."),
  instanceProfile: instanceProfile
    .prefault({ create: true })
    .describe("Permissions of the build instance: at least one of `create` and `name`. Default: created."),
  keyPair: keyPairName.optional().describe("Key pair for logging in to a build instance. Default: none."),
  terminateOnFailure: z
    .boolean()
    .default(true)
    .describe(
      "Whether the build instance is terminated when a build fails; false keeps it for inspection, at your cost.",
    ),
  logs: logs.optional().describe("Where build logs go in addition to CloudWatch Logs. Default: nowhere."),
  logGroups: logGroups
    .optional()
    .describe(
      "Create the log groups of each image and of its pipeline, /aws/imagebuilder/<name> and /aws/imagebuilder/pipeline/<name>. Import or delete first those that Image Builder has created. Default: Image Builder creates them, without expiry.",
    ),
  topic: topic
    .optional()
    .describe("SNS topic that gets a message for each build: its ARN, or a created one. Default: none."),
  placement: placement.prefault({}).describe("The host that build instances run on."),
  metadata: metadata
    .prefault({})
    .describe(
      "The instance metadata service of the build instance; `as-ami` keeps the settings of the AMI and the account.",
    ),
  configurationTags: tags
    .default({})
    .describe("Tags of the infrastructure configurations themselves, in addition to those of the environment."),
  tags: instanceTags.default({}).describe("Tags of the instance and volumes of a build."),
});

export type Build = z.output<typeof build>;
