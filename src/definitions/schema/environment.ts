import { z } from "zod";

import { maxText } from "../../aws/limits";
import { build } from "./build";
import { builtContainer, builtImage } from "./built";
import { channels } from "./channels";
import { accountId, name, partition, region, tags } from "./common";
import { consumer } from "./consumer";
import { deployment } from "./deployment";
import { documentSettings } from "./document-settings";
import { documents } from "./documents";
import { encryption } from "./encryption";
import { events } from "./events";
import { lifecyclePolicy, serviceRole } from "./lifecycle";
import { network } from "./network";
import { overrides } from "./overrides";
import { quotas } from "./quotas";
import { state } from "./state";

/** environments/<name>.yaml: an account and region that builds images, receives them, or both. */
export const environmentSchema = z.strictObject({
  description: z.string().min(1).max(maxText).optional().describe("For people; used nowhere. Default: none."),
  account: accountId.describe("The account; Terraform refuses credentials of any other."),
  region: region.describe("The region."),
  namePrefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,14}$/, "1 to 15 lower-case letters, digits and hyphens, a letter first, e.g. team-a-")
    .optional()
    .describe(
      "What all names in AWS start with that are not written out, so that several projects fit into one account and region. Default: nothing.",
    ),
  partition: partition.optional().describe("The AWS partition. Default: that of the region."),
  providerVersion: z
    .string()
    .regex(
      /^\s*(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2}(\s*,\s*(=|!=|>=?|<=?|~>)?\s*\d+(\.\d+){0,2})*\s*$/,
      "a Terraform version constraint, e.g. ~> 5.100",
    )
    .default("~> 5.100")
    .describe("Version constraint on the AWS provider."),
  terraformVersion: z
    .string()
    .regex(
      /^(\d+\.\d+(\.\d+)?|(?=(.*,)?\s*(=|~>|>=?)\s*\d)\s*(=|!=|>=?|<=?|~>)\s*\d+(\.\d+){0,2}(\s*,\s*(=|!=|>=?|<=?|~>)\s*\d+(\.\d+){0,2})*\s*)$/,
      "the oldest Terraform version, or a constraint that has one, e.g. 1.11, ~> 0.12.24, or >= 1.7, < 2",
    )
    .optional()
    .describe(
      "The Terraform that deploys this environment: the oldest version, or a version constraint. The oldest that it admits decides what the generated JSON may hold. Below 1.7 Terraform cannot forget what is let go: what holds data is then guarded by prevent_destroy. Default: 1.7 or newer.",
    ),
  state: state
    .prefault({ local: {} })
    .describe(
      "Where Terraform keeps its state: exactly one of `local`, `s3`, `cloud`, `http` and `backend`. Default: `local`.",
    ),
  deployment: deployment
    .optional()
    .describe("As whom Terraform deploys. Default: with the credentials it is started with."),
  network: network
    .optional()
    .describe(
      "Where build instances run: a subnet with exactly one of `securityGroups` and `vpc`, or `create`. Default: the account's default VPC.",
    ),
  build: build.prefault({}).describe("How build instances run."),
  encryption: encryption
    .optional()
    .describe(
      "The KMS key of the root volume of every image, listed or not, and of all other encrypted volumes that name none: exactly one of `kmsKey` and `create`; needed to share encrypted AMIs. Default: the account's default key; without a key of your own, the root volume of an image that is shared stays as its parent's (`encryptRootVolume`).",
    ),
  documents: documents
    .prefault({ create: true })
    .describe("The bucket of the component documents: at least one of `create` and `bucket`. Default: made."),
  retainComponents: z
    .boolean()
    .default(false)
    .describe("Whether replaced and removed versions of components stay in AWS; Terraform then forgets them."),
  allowPublicImages: z
    .boolean()
    .default(false)
    .describe("Whether an image may be shared with everybody (`share: { public: true }`)."),
  executionRole: serviceRole
    .prefault({ create: true })
    .describe(
      "The role that Image Builder assumes for workflows, SSM parameters and EC2 Fast Launch, and then for all that the pipeline does: exactly one of `create` and `arn`. Default: made where something needs it.",
    ),
  lifecycleRole: serviceRole
    .prefault({ create: true })
    .describe(
      "The role that Image Builder assumes for lifecycle policies: exactly one of `create` and `arn`. Default: made where there is a policy.",
    ),
  onRemoval: z
    .enum(["keep", "destroy"])
    .default("keep")
    .describe(
      "What becomes of buckets, ECR repositories, log groups, topics and launch templates that a definition no longer asks for: `keep` leaves them in AWS, protected as they are, and Terraform forgets them; `destroy` deletes them with all logs, images and documents in them, for ever, if it was deployed before they are taken away. KMS keys and records of images are always kept. Default: `keep`.",
    ),
  activateInspector: z
    .boolean()
    .default(false)
    .describe("Whether to activate Amazon Inspector for EC2 and ECR in this account and region, as `scan` needs."),
  events: events.optional().describe("EventBridge rules that tell a topic what Image Builder does. Default: none."),
  lifecycle: z
    .record(name, lifecyclePolicy)
    .default({})
    .describe(
      "Lifecycle policies, by name, each with exactly one of `images`, `containers` and `tags`. Default: none, so images stay until somebody deletes them.",
    ),
  quotas: quotas
    .prefault({})
    .describe(
      "Quotas of the account that AWS has raised. What is beyond them is a warning. Default: those of a new account.",
    ),
  tags: tags.default({}).describe("Tags of everything Terraform makes."),
  outputs: z
    .enum(["pipelines", "all"])
    .default("pipelines")
    .describe(
      "What Terraform puts out: the ARNs of the `pipelines` by image, or besides the ARN and name of `all` resources that have one, by address.",
    ),
  overrides: overrides
    .default({})
    .describe(
      "Arguments of generated resources, by address, as Terraform names them: a map is merged into what is there, null removes, anything else replaces. `${…}` is an expression of Terraform. They are checked against the AWS provider alone, and a review tells of each change of such a resource.",
    ),
  components: z
    .record(z.string(), documentSettings)
    .default({})
    .describe(
      "What holds here of components, by the paths of their documents below components/. One that is listed is made here even where no image uses it.",
    ),
  workflows: z
    .record(z.string(), documentSettings)
    .default({})
    .describe("The same for workflows, by the paths of their documents below workflows/."),
  channels: channels
    .default([])
    .describe(
      "Names that point at one build of each image, such as `candidate` and `stable`, for launch templates and Auto Scaling groups to follow (docs/channels.md). `promote` and `rollback` move them; a deployment never does. Default: none.",
    ),
  images: z
    .record(name, builtImage)
    .default({})
    .describe("Which images are built here, by the names of their files in images/."),
  containers: z
    .record(name, builtContainer)
    .default({})
    .describe("Which containers are built here, by the names of their files in containers/."),
  consumer: consumer
    .optional()
    .describe("What this account receives from others; a stack of its own, <environment>-consumer. Default: nothing."),
});

export type EnvironmentDefinition = z.output<typeof environmentSchema>;
