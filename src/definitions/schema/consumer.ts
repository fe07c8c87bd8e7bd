import { z } from "zod";

import { arnShapes } from "../../aws/arn-shapes";
import {
  arnLike,
  environmentName,
  instanceProfileName,
  instanceType,
  launchTemplateName,
  name,
  roleArn,
  roleName,
  securityGroupId,
  tags,
} from "./common";

/** ARN of a KMS key. KMS grants and IAM policies do not accept an alias. */
const keyArn = arnLike(arnShapes.key);

const notEmpty = (value: object): boolean => Object.keys(value).length > 0;

const launchTemplate = z.strictObject({
  name: launchTemplateName
    .optional()
    .describe("Name of the launch template. Default: the image's name, with underscores for spaces."),
  instanceType: instanceType.optional().describe("Instance type that it launches. Default: set at launch."),
  securityGroups: z
    .array(securityGroupId)
    .min(1)
    .optional()
    .describe("Security groups of its instances. Default: set at launch."),
  instanceProfile: instanceProfileName
    .optional()
    .describe("Instance profile of its instances, by name. Default: none."),
  tags: tags.default({}).describe("Tags of its instances and their volumes."),
  channel: z
    .string()
    .optional()
    .describe(
      "A channel of the building environment: the template launches the build to which `promote` pointed the channel. Default: Image Builder sets its AMI with each build.",
    ),
});

const channels = z.strictObject({
  promoters: z
    .array(roleArn)
    .min(1)
    .describe("Roles that may move the channels, by ARN: the roles that run `promote` and `rollback`."),
  roleName: roleName
    .optional()
    .describe("Name of the role that they assume. Default: ec2-image-builder-channels-<region>, after `namePrefix`."),
});

const consumedImage = z.strictObject({
  launchTemplate: launchTemplate
    .optional()
    .describe("Create a launch template that launches the image. Default: none."),
});

const source = z.strictObject({
  images: z
    .record(name, consumedImage)
    .refine(notEmpty, { message: "no image is given", params: { fix: "add an image" } })
    .describe("The images that this account receives. That environment must share them with it, or copy them to it."),
  kmsKeys: z
    .array(keyArn)
    .default([])
    .describe("Keys of the snapshots, in the environment that builds, by the ARN of the key."),
});

/** Settings of an account that receives images from another account. */
export const consumer = z.strictObject({
  distributionRole: z
    .boolean()
    .default(true)
    .describe(
      "Whether to create the role EC2ImageBuilderDistributionCrossAccountRole; false if another environment of the same account creates it.",
    ),
  lifecycleRole: z
    .boolean()
    .optional()
    .describe(
      "Whether to create the role Ec2ImageBuilderCrossAccountLifecycleAccess if lifecycle policies of the builders reach copies in this account; false if something else creates it. Default: as `distributionRole`.",
    ),
  kmsKeys: z
    .array(keyArn)
    .default([])
    .describe("Keys of this account with which its copies are encrypted, by the ARN of the key."),
  keyUsers: z
    .array(roleArn)
    .default([])
    .describe(
      "Roles of this account that get a grant on the keys of shared snapshots, by ARN, e.g. the service-linked role of Auto Scaling.",
    ),
  channels: channels
    .optional()
    .describe(
      "Let `promote` and `rollback` write the channels of the received images to SSM parameters of this account and region. Default: they do not.",
    ),
  from: z
    .record(environmentName, source)
    .refine(notEmpty, { message: "no environment is given", params: { fix: "add an environment" } })
    .describe("Where the images come from, by the name of the environment that builds them."),
});

export type Consumer = z.output<typeof consumer>;
