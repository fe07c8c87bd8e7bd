import { z } from "zod";

import { accountId, arn, bucketName, kmsKeyArn, name, partition, region, tags } from "./common";
import { distribution } from "./distribution";
import { exactlyOne } from "./exactly-one";

const state = z
  .strictObject({
    local: z
      .strictObject({
        path: z
          .string()
          .regex(/^(?![/~\\]|[A-Za-z]:)/, "a relative path")
          .default("terraform.tfstate")
          .describe("State file, relative to the folder of cdk.tf.json."),
      })
      .optional()
      .describe("State in a file beside the generated JSON."),
    s3: z
      .strictObject({
        bucket: bucketName.describe("The bucket; it has to exist."),
        key: z.string().min(1).max(1024).describe("Key of the state object, its own for each environment."),
        region: region.describe("Region of the bucket."),
        lock: z
          .union([
            z.enum(["file", "none"]),
            z.strictObject({
              dynamodbTable: z
                .string()
                .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "the name of a DynamoDB table")
                .describe("The table that holds the lock; its key is LockID."),
            }),
          ])
          .default("file")
          .describe(
            "How two runs are kept apart: `file` is a native lock file (Terraform 1.10 or newer), `dynamodbTable` a table for older ones, `none` no lock.",
          ),
        encrypt: z.boolean().default(true).describe("Whether the state object is encrypted by the server."),
        kmsKey: kmsKeyArn.optional().describe("KMS key of the state object. Default: the bucket's encryption."),
      })
      .optional()
      .describe("State in an S3 bucket."),
  })
  .superRefine(exactlyOne("local", "s3"));

const network = z
  .strictObject({
    subnet: z
      .string()
      .regex(/^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/, "a subnet id: subnet- and 8 or 17 hexadecimal digits")
      .describe("Subnet of the build instance; it has to reach Image Builder, SSM and S3."),
    securityGroups: z
      .array(
        z.string().regex(/^sg-([0-9a-f]{8}|[0-9a-f]{17})$/, "a security group id: sg- and 8 or 17 hexadecimal digits"),
      )
      .min(1)
      .optional()
      .describe("Security groups of the build instance."),
    vpc: z
      .string()
      .regex(/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/, "a VPC id: vpc- and 8 or 17 hexadecimal digits")
      .optional()
      .describe("VPC of the subnet, in which a security group without ingress is made."),
  })
  .superRefine(exactlyOne("securityGroups", "vpc"));

const instanceProfile = z
  .strictObject({
    create: z
      .literal(true)
      .optional()
      .describe("Make the role and its instance profile, with what Image Builder needs and no more."),
    policies: z
      .array(arn)
      .max(8)
      .default([])
      .describe("Managed policies that the components need besides, by ARN; for a made profile."),
    name: z
      .string()
      .regex(/^[\w+=,.@-]{1,128}$/, "the name (not the ARN) of an instance profile")
      .optional()
      .describe("An instance profile that exists."),
  })
  .superRefine(exactlyOne("create", "name"));

/** How build instances run: an infrastructure configuration. */
const build = z.strictObject({
  instanceTypes: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "an instance type, e.g. t3.large"))
    .min(1)
    .optional()
    .describe("Instance types to build on; the first with capacity is taken. Default: Image Builder chooses."),
  instanceProfile: instanceProfile
    .prefault({ create: true })
    .describe("Permissions of the build instance: exactly one of `create` and `name`. Default: made."),
  keyPair: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe("Key pair for logging in to a build instance. Default: none."),
  terminateOnFailure: z
    .boolean()
    .default(true)
    .describe(
      "Whether the build instance is terminated when a build fails; false leaves it for inspection, and costs.",
    ),
  logs: z
    .strictObject({
      bucket: bucketName.describe("The bucket; it has to exist."),
      prefix: z
        .string()
        .min(1)
        .max(1024)
        .regex(/^[^/].*$/, "a prefix without a leading slash")
        .default("image-builder")
        .describe("What the keys of the logs start with."),
    })
    .optional()
    .describe("Where build logs go besides CloudWatch Logs. Default: nowhere."),
  topic: z
    .string()
    .regex(/^arn:aws[^:]*:sns:[^:]+:[0-9]{12}:[a-zA-Z0-9-_]{1,256}$/, "the ARN of an SNS topic")
    .optional()
    .describe("SNS topic that hears of each build. Default: none."),
  metadata: z
    .strictObject({
      tokens: z
        .enum(["required", "optional"])
        .default("required")
        .describe("`required` is IMDSv2 alone; `optional` lets IMDSv1 in."),
      hopLimit: z
        .int()
        .min(1)
        .max(64)
        .default(1)
        .describe("How many hops an answer of the metadata service may travel, 1 to 64."),
    })
    .prefault({})
    .describe("The instance metadata service of the build instance."),
  tags: tags
    .refine((value) => Object.keys(value).length <= 30, "at most 30 tags, for the API's resourceTags")
    .default({})
    .describe("Tags of the instance and volumes of a build."),
});

const documents = z
  .strictObject({
    create: z.literal(true).optional().describe("Make the bucket: versioned, encrypted, private, TLS only."),
    bucket: bucketName
      .optional()
      .describe("A bucket that exists, or the name of the made one. Default: `ec2imagebuilder-<account>-<region>`."),
  })
  .refine((value) => value.create === true || value.bucket !== undefined, {
    message: 'neither "create" nor "bucket" is given',
    params: { rule: "exactly-one" },
  });

const schedule = z.strictObject({
  cron: z
    .string()
    .min(1)
    .max(1000)
    .describe("Six fields: minutes hours day-of-month month day-of-week year; one of the two days is `?`."),
  timezone: z.string().min(3).max(100).default("Etc/UTC").describe("IANA time zone of the cron expression."),
  start: z
    .enum(["always", "on-updates"])
    .default("always")
    .describe(
      "`always`: at each time; `on-updates`: only where a parent or component referenced with x has a newer version.",
    ),
});

const builtImage = z.strictObject({
  schedule: z.union([z.literal("manual"), schedule]).describe("When the pipeline runs by itself; `manual` is never."),
  enabled: z.boolean().default(true).describe("Whether the pipeline may run."),
  distribute: z
    .array(distribution)
    .min(1)
    .optional()
    .describe("Where the AMI goes. Default: the environment's region, to its own account."),
});

/** environments/<name>.yaml: where images are built. */
export const environmentSchema = z.strictObject({
  description: z.string().min(1).max(1024).optional().describe("For people; used nowhere. Default: none."),
  account: accountId.describe("The account; Terraform refuses credentials of any other."),
  region: region.describe("The region that builds."),
  partition: partition.optional().describe("The AWS partition. Default: that of the region."),
  providerVersion: z
    .string()
    .regex(
      /^\s*(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2}(\s*,\s*(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2})*\s*$/,
      "a Terraform version constraint",
    )
    .default("~> 5.100")
    .describe("Version constraint on the AWS provider."),
  state: state
    .prefault({ local: {} })
    .describe("Where Terraform keeps its state: exactly one of `local` and `s3`. Default: `local`."),
  network: network
    .optional()
    .describe(
      "Where build instances run: a subnet, and exactly one of `securityGroups` and `vpc`. Default: the account's default VPC.",
    ),
  build: build.prefault({}).describe("How build instances run."),
  encryption: z
    .strictObject({ kmsKey: kmsKeyArn.describe("The key.") })
    .optional()
    .describe(
      "The KMS key of all encrypted volumes that name none; needed to share their AMIs. Default: the account's default key.",
    ),
  documents: documents
    .prefault({ create: true })
    .describe("The bucket of the component documents: at least one of `create` and `bucket`. Default: made."),
  retainComponents: z
    .boolean()
    .default(false)
    .describe("Whether replaced and removed versions of components stay in AWS; Terraform then forgets them."),
  tags: tags.default({}).describe("Tags of everything Terraform makes."),
  images: z.record(name, builtImage).describe("Which images are built here, by the names of their files in images/."),
});

export type EnvironmentDefinition = z.output<typeof environmentSchema>;
export type BuiltImage = EnvironmentDefinition["images"][string];
export type Build = EnvironmentDefinition["build"];
export type State = EnvironmentDefinition["state"];
export type Network = NonNullable<EnvironmentDefinition["network"]>;
