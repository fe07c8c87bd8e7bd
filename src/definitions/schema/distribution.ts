import { z } from "zod";

import { accountId, description, kmsKeyArn, region, tags } from "./common";

const launchTemplate = z.strictObject({
  id: z
    .string()
    .regex(/^lt-[a-z0-9-_]{17}$/, "a launch template id: lt- and 17 characters")
    .describe("The launch template that gets a new version with the AMI."),
  account: accountId.optional().describe("Account of the launch template. Default: the environment's account."),
  setDefault: z.boolean().default(true).describe("Whether the new version becomes the template's default."),
});

const organization = z
  .string()
  .regex(
    /^arn:aws[^:]*:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32}$/,
    "the ARN of an organization: arn:aws:organizations::account:organization/o-…",
  );
const organizationalUnit = z
  .string()
  .regex(
    /^arn:aws[^:]*:organizations::[0-9]{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/,
    "the ARN of an organizational unit: arn:aws:organizations::account:ou/o-…/ou-…",
  );

const share = z.strictObject({
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
    .regex(/^[a-zA-Z0-9_.\-/]{1,1011}$/, "the name of an SSM parameter")
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
    .regex(/^[-_A-Za-z0-9{][-_A-Za-z0-9\s:{}.]+[-_A-Za-z0-9}]$/, "letters, digits, spaces and - _ : . { }")
    .max(127)
    .optional()
    .describe(
      "AMI name; `{{ imagebuilder:buildDate }}` is appended where it is missing, for AMI names are unique. Default: the image's name.",
    ),
  description: description.optional().describe("Description of the AMI, 1 to 1024 characters. Default: none."),
  tags: tags.default({}).describe("Tags of the AMI in this region, besides the image's."),
  share: share.prefault({}).describe("Who may launch the AMI. Default: this account alone."),
  copyTo: z
    .strictObject({ accounts: z.array(accountId).min(1).max(1536).describe("The accounts that get a copy.") })
    .optional()
    .describe(
      "Accounts that get a copy of their own; each needs the role EC2ImageBuilderDistributionCrossAccountRole. Default: none.",
    ),
  kmsKey: kmsKeyArn
    .optional()
    .describe(
      "KMS key of the AMI's snapshots in this region. Default: the key of the recipe's volumes, in the build region.",
    ),
  ssmParameters: z.array(ssmParameter).default([]).describe("SSM parameters that hold the newest AMI id."),
  launchTemplates: z
    .array(launchTemplate)
    .max(100)
    .default([])
    .describe("Launch templates that get a new version with the AMI."),
});

export type Distribution = z.output<typeof distribution>;
