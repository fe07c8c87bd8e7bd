import { z } from "zod";

import { amiNamePattern, maxAmiName } from "../../aws/ami-name";
import { arnShapes } from "../../aws/arn-shapes";
import { maxText } from "../../aws/limits";
import {
  accountId,
  arnLike,
  bucketName,
  description,
  kmsKeyArn,
  launchTemplateName,
  name,
  noPlaceholder,
  region,
  repositoryName,
  tags,
} from "./common";
import { exactlyOne } from "./exactly-one";

const launchTemplateId = z.string().regex(/^lt-[a-z0-9-_]{17}$/, "a launch template id: lt- and 17 characters");

const launchTemplate = z.strictObject({
  id: launchTemplateId.describe("The launch template that gets a new version with the AMI."),
  account: accountId.optional().describe("Account of the launch template. Default: the environment's account."),
  setDefault: z.boolean().default(true).describe("Whether the new version becomes the template's default."),
});

const organization = arnLike(arnShapes.organization);
const organizationalUnit = arnLike(arnShapes.organizationalUnit);

const fastLaunch = z.strictObject({
  account: accountId.optional().describe("Account that owns the AMI or its copy. Default: the environment's account."),
  launchTemplate: z
    .strictObject({
      id: launchTemplateId.optional().describe("The launch template, by id."),
      name: launchTemplateName.optional().describe("The launch template, by name."),
      version: z
        .string()
        .regex(/^([1-9]\d*|\$Default|\$Latest)$/, 'a version number in quotes, "$Default" or "$Latest"')
        .default("$Default")
        .describe("Version of the launch template."),
    })
    .superRefine(exactlyOne("id", "name"))
    .optional()
    .describe(
      "How EC2 launches the instances of which it takes snapshots: exactly one of `id` and `name`. Default: EC2's own settings.",
    ),
  maxParallelLaunches: z
    .int()
    .min(6)
    .max(10000)
    .default(6)
    .describe("How many instances are launched at a time to take snapshots, at least 6."),
  snapshots: z.int().min(1).max(10000).default(5).describe("Snapshots that are kept ready in the region."),
});

const s3Export = z.strictObject({
  bucket: bucketName.describe("Bucket of the region, in the environment's account."),
  prefix: z.string().min(1).max(maxText).optional().describe("Prefix of the key of the disk image. Default: none."),
  format: z.enum(["VMDK", "RAW", "VHD"]).describe("Format of the disk image."),
  role: z
    .string()
    .regex(/^[\w+=,.@-]{1,64}$/, "the name (not the ARN) of a role")
    .default("vmimport")
    .describe("Role that VM Import/Export assumes to write into the bucket."),
});

const share = z.strictObject({
  public: z
    .literal(true)
    .optional()
    .describe("Everybody may launch the AMI. The environment must allow it with `allowPublicImages`. Default: nobody."),
  accounts: z.array(accountId).max(1536).default([]).describe("Accounts that may launch the AMI."),
  organizations: z
    .array(organization)
    .max(25)
    .default([])
    .describe("ARNs of organizations whose accounts may launch the AMI."),
  organizationalUnits: z
    .array(organizationalUnit)
    .max(25)
    .default([])
    .describe("ARNs of organizational units whose accounts may launch the AMI."),
});

const ssmParameter = z.strictObject({
  name: z
    .string()
    .regex(/^[a-zA-Z0-9_.\-/]{1,1011}$/, "the name of an SSM parameter: letters, digits and . - _ /, e.g. /golden/base")
    .superRefine((text, context) => {
      noPlaceholder(text, context);
    })
    .describe("Parameter that gets the AMI id after each build."),
  account: accountId.optional().describe("Account of the parameter. Default: the environment's account."),
  dataType: z
    .enum(["text", "aws:ec2:image"])
    .default("aws:ec2:image")
    .describe("With aws:ec2:image, SSM checks that the AMI exists."),
});

/** One region that receives the AMI. */
export const distribution = z.strictObject({
  region: region.describe("The region that receives the AMI."),
  name: z
    .string()
    .regex(
      amiNamePattern,
      "letters, digits, spaces, - _ . and variables in {{ }}; a letter, a digit, - _ or a variable first and last",
    )
    .max(maxAmiName)
    .optional()
    .describe(
      "AMI name. `{{ imagebuilder:buildDate }}` is appended if it is missing, because AMI names are unique. Default: the image's name.",
    ),
  description: description.optional().describe("Description of the AMI, 1 to 1024 characters. Default: none."),
  tags: tags.default({}).describe("Tags of the AMI in this region, in addition to those of the image."),
  share: share
    .prefault({})
    .describe(
      "Who may launch the AMI. They see neither its tags nor its snapshots. For an encrypted AMI they need its key: share the key with them, or copy the AMI (`copyTo`). Default: only this account.",
    ),
  copyTo: z
    .strictObject({ accounts: z.array(accountId).min(1).max(1536).describe("The accounts that get a copy.") })
    .optional()
    .describe(
      "Accounts that get a copy. Each needs the role EC2ImageBuilderDistributionCrossAccountRole. Default: none.",
    ),
  kmsKey: kmsKeyArn
    .optional()
    .describe(
      "KMS key of copies: of the AMI in another region, and of those of `copyTo`. In the environment's own region the AMI is encrypted like its volumes. Default: the key of `encryption`, in its region or, if it is created, in every region.",
    ),
  ssmParameters: z.array(ssmParameter).default([]).describe("SSM parameters that hold the newest AMI id."),
  launchTemplates: z
    .array(launchTemplate)
    .max(100)
    .default([])
    .describe("Launch templates that get a new version with the AMI."),
  fastLaunch: z
    .array(fastLaunch)
    .max(1000)
    .default([])
    .describe("EC2 Fast Launch of Windows AMIs, one entry for each account."),
  licenses: z
    .array(arnLike(arnShapes.license))
    .max(50)
    .default([])
    .describe("License configurations of License Manager for the AMI, by ARN."),
  export: s3Export.optional().describe("Also export the AMI to S3 as a disk image. Default: no."),
});

export type Distribution = z.output<typeof distribution>;

/** A distribution configuration that several images share. */
export const sharedDistribution = z.strictObject({
  name: name.optional().describe("Name of the distribution configuration. Default: its key, after `namePrefix`."),
  description: description.optional().describe("Description of the distribution configuration. Default: none."),
  tags: tags.default({}).describe("Tags of the distribution configuration, in addition to those of the environment."),
  distribute: z
    .array(distribution)
    .min(1)
    .describe(
      "Where the AMIs go, as for an image. They get no tags that differ by image: neither those of its file nor `golden-image` and the like. Default of `name`: the name of the recipe and the time, as Image Builder sets it.",
    ),
});

/** Tag of a container image. Source: OCI distribution specification, tags. */
export const containerTag = z
  .string()
  .regex(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/, "1 to 128 letters, digits and _ . -, not . or - first");

/** One region that receives the container image. */
export const containerDistribution = z.strictObject({
  region: region.describe("The region that receives the container image."),
  repository: repositoryName
    .optional()
    .describe(
      "ECR repository of that region. Outside the environment's region it must exist. Default: the container's.",
    ),
  tags: z
    .array(containerTag)
    .min(1)
    .max(100)
    .optional()
    .describe("Tags of the container image. Default: those of Image Builder, with version and build."),
  description: description.optional().describe("Description of the distribution, 1 to 1024 characters. Default: none."),
});

export type ContainerDistribution = z.output<typeof containerDistribution>;
