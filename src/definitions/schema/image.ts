import { z } from "zod";

import { managedImageNames } from "../managed-images";
import { architecture, arn, description, kmsKeyArn, name, parameters, platform, tags } from "./common";
import { exactlyOne } from "./exactly-one";

const parent = z
  .strictObject({
    os: z
      .enum(managedImageNames)
      .optional()
      .describe("A managed image of AWS, by name; Image Builder follows its newest version."),
    ssm: z
      .string()
      .regex(/^\/?[a-zA-Z0-9_.\-/]+$/, "the name of an SSM parameter")
      .optional()
      .describe("An SSM parameter that holds an AMI id; read at each build."),
    amis: z
      .record(
        z.string(),
        z.string().regex(/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/, "an AMI id: ami- and 8 or 17 hexadecimal digits"),
      )
      .optional()
      .describe("AMI ids by region, e.g. us-east-1: ami-0123456789abcdef0."),
    image: name.optional().describe("Another image of this project; its newest build is the parent."),
    arn: arn.optional().describe("The ARN of any image of Image Builder, with x.x.x for its newest version."),
    architecture: architecture
      .optional()
      .describe("Needed for `os`; elsewhere, it lets instance types be checked. Default: what `image` says."),
    platform: platform.optional().describe("Needed for `ssm`, `amis` and `arn`. Default: what `os` or `image` says."),
    version: z
      .string()
      .regex(/^(\d+\.\d+\.\d+|\d+\.\d+\.x|\d+\.x\.x|x\.x\.x)$/, "a version such as 2024.1.5, 2024.1.x or x.x.x")
      .optional()
      .describe("Version of the managed image. Default: x.x.x, the newest."),
    rootDevice: z
      .string()
      .regex(/^(\/dev\/)?[a-z0-9]+$/, "a device name, e.g. /dev/xvda")
      .optional()
      .describe("Root device of the parent. Default: what is known of `os` or `image`."),
  })
  .superRefine(exactlyOne("os", "ssm", "amis", "image", "arn"));

const componentReference = z
  .strictObject({
    component: z.string().optional().describe("A document of this project: its path below components/, without .yaml."),
    aws: z
      .string()
      .regex(/^[a-z0-9-]+$/, "the name of an AWS-managed component")
      .optional()
      .describe("An AWS-managed component, by name."),
    arn: arn.optional().describe("Any component, by ARN."),
    version: z
      .string()
      .regex(/^(\d+\.\d+\.\d+|\d+\.\d+\.x|\d+\.x\.x|x\.x\.x)$/, "a version such as 1.0.2, 1.0.x or x.x.x")
      .optional()
      .describe("Version of the AWS-managed component. Default: x.x.x, the newest."),
    parameters: parameters
      .optional()
      .describe("Values for the parameters that the component declares, as text. Default: those that it declares."),
  })
  .superRefine(exactlyOne("component", "aws", "arn"))
  .describe("A component with settings: exactly one of `component`, `aws` and `arn`.");

export const volume = z.strictObject({
  device: z.string().min(1).max(1024).optional().describe("Device name. Default: the root device of the parent."),
  size: z.int().min(1).max(16000).optional().describe("GiB, 1 to 16000. Default: the size of the parent's snapshot."),
  type: z.enum(["standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"]).default("gp3").describe("EBS volume type."),
  iops: z
    .int()
    .min(100)
    .max(10000)
    .optional()
    .describe(
      "I/O operations a second, for gp3, io1 and io2; the provider takes 100 to 10000. Default: that of the volume type.",
    ),
  throughput: z
    .int()
    .min(125)
    .max(1000)
    .optional()
    .describe("MiB a second, for gp3; 125 to 1000. Default: that of the volume type."),
  encrypted: z.boolean().default(true).describe("Whether the volume is encrypted."),
  kmsKey: kmsKeyArn
    .optional()
    .describe("KMS key of the volume. Default: the environment's key, else the account's default key."),
  deleteOnTermination: z.boolean().default(true).describe("Whether the volume goes with its instance."),
  snapshot: z
    .string()
    .regex(/^snap-([0-9a-f]{8}|[0-9a-f]{17})$/, "a snapshot id")
    .optional()
    .describe("Snapshot to make the volume from. Default: none."),
});

/** images/<name>.yaml: what to build. */
export const imageSchema = z.strictObject({
  description: description
    .optional()
    .describe("What the image is for, on its recipe and pipeline; 1 to 1024 characters. Default: none."),
  version: z
    .string()
    .regex(/^\d{1,9}\.\d{1,9}$/, 'a major.minor line in quotes, e.g. "1.0"')
    .default("1.0")
    .describe("The major.minor line of the recipe's version; the patch is derived (versions.lock.json)."),
  parent: parent.describe("What the image is built from: exactly one of `os`, `ssm`, `amis`, `image` and `arn`."),
  components: z
    .array(z.union([z.string().describe("A document of this project, as in `component`."), componentReference]))
    .min(1)
    .describe(
      "What runs on the build instance, in order: each is the path of a document below components/, or a mapping with exactly one of `component`, `aws` and `arn`.",
    ),
  volumes: z
    .array(volume)
    .default([])
    .describe("Volumes of the build instance and the AMI. Default: those of the parent."),
  workingDirectory: z
    .string()
    .min(1)
    .max(1024)
    .optional()
    .describe("Absolute folder for scripts and logs of the build. Default: `/tmp`, on Windows `C:/`."),
  userData: z
    .string()
    .min(1)
    .max(16384)
    .optional()
    .describe(
      "User data of the build instance, in plain text; replaces the installation of the SSM agent. Default: none.",
    ),
  removeSsmAgent: z
    .boolean()
    .default(false)
    .describe("Whether the SSM agent is removed from the AMI if Image Builder installed it."),
  tests: z
    .strictObject({
      enabled: z.boolean().default(true).describe("Whether the test stage runs."),
      timeoutMinutes: z
        .int()
        .min(60)
        .max(1440)
        .default(720)
        .describe("Limit of the test stage in minutes, 60 to 1440 (the service says it ignores it today)."),
    })
    .prefault({})
    .describe("The test stage."),
  enhancedMetadata: z
    .boolean()
    .default(true)
    .describe(
      "Whether Image Builder collects the inventory of the image; clashes with an SSM inventory association of the account.",
    ),
  tags: tags.default({}).describe("Tags of the recipe, the pipeline and the AMI."),
});

export type ImageDefinition = z.output<typeof imageSchema>;
export type ComponentReference = ImageDefinition["components"][number];
export type Volume = z.output<typeof volume>;
