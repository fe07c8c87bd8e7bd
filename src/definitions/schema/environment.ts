import { z } from "zod";

import { maxText } from "../../aws/limits";
import { build } from "./build";
import { builtContainer, builtImage } from "./built";
import { channels } from "./channels";
import { accountId, name, partition, region, tags } from "./common";
import { consumer } from "./consumer";
import { deployment } from "./deployment";
import { sharedDistribution } from "./distribution";
import { documentSettings } from "./document-settings";
import { documents } from "./documents";
import { encryption } from "./encryption";
import { events } from "./events";
import { lifecyclePolicy, serviceRole } from "./lifecycle";
import { network } from "./network";
import { overrides } from "./overrides";
import { quotas } from "./quotas";
import { state } from "./state";
import { values } from "./values";

/** Schema of environments/<name>.yaml: an account and region that builds images, receives them, or both. */
export const environmentSchema = z.strictObject({
  description: z.string().min(1).max(maxText).optional().describe("For people; not used. Default: none."),
  account: accountId.describe("The account. Terraform refuses credentials of any other account."),
  region: region.describe("The region."),
  values: values
    .default({})
    .describe(
      "Values by name, for `${var.name}` in this file and in images and containers, as they differ by environment: text, a number, true or false, or a list of texts. `$${var.name}` stands for that text. Default: none; if no environment lists any, `${var.name}` is text like any other.",
    ),
  namePrefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,14}$/, "1 to 15 lower-case letters, digits and hyphens, a letter first, e.g. team-a-")
    .optional()
    .describe(
      "Prefix of all names in AWS that are not set, so that several projects fit into one account and region. Default: none.",
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
      "The Terraform that deploys this environment: the oldest version, or a version constraint. The generated JSON uses only what the oldest allowed version supports. Before 1.7, Terraform cannot remove a resource from its state without destroying it: resources that hold data then have prevent_destroy. Default: 1.7 or newer.",
    ),
  state: state
    .prefault({ local: {} })
    .describe(
      "Where Terraform keeps its state: exactly one of `local`, `s3`, `cloud`, `http` and `backend`. Default: `local`.",
    ),
  deployment: deployment
    .optional()
    .describe("The identity that deploys. Default: the credentials that Terraform is started with."),
  network: network
    .optional()
    .describe(
      "Where build instances run: a subnet with exactly one of `securityGroups` and `vpc`, or `create`. Default: the account's default VPC.",
    ),
  build: build.prefault({}).describe("How build instances run."),
  encryption: encryption
    .optional()
    .describe(
      "The KMS key of the root volume of every image, listed or not, and of all other encrypted volumes without a key: exactly one of `kmsKey` and `create`. Needed to share encrypted AMIs. Default: the account's default key. Without a key of your own, the root volume of a shared image stays like its parent's (`encryptRootVolume`).",
    ),
  documents: documents
    .prefault({ create: true })
    .describe("The bucket of the component documents: at least one of `create` and `bucket`. Default: created."),
  retainComponents: z
    .boolean()
    .default(false)
    .describe(
      "Whether replaced and removed versions of components stay in AWS. Terraform then removes them from its state.",
    ),
  allowPublicImages: z
    .boolean()
    .default(false)
    .describe("Whether images may be shared with everybody (`share: { public: true }`)."),
  executionRole: serviceRole
    .prefault({ create: true })
    .describe(
      "The role that Image Builder assumes for workflows, SSM parameters and EC2 Fast Launch, and then for everything that the pipeline does: exactly one of `create` and `arn`. Default: created if something needs it.",
    ),
  lifecycleRole: serviceRole
    .prefault({ create: true })
    .describe(
      "The role that Image Builder assumes for lifecycle policies: exactly one of `create` and `arn`. Default: created if there is a policy.",
    ),
  onRemoval: z
    .enum(["keep", "destroy"])
    .default("keep")
    .describe(
      "What happens to buckets, ECR repositories, log groups, topics and launch templates that a definition no longer names. `keep` leaves them in AWS, with their protection, and removes them from the state. `destroy` deletes them with all logs, images and documents in them, for good, if it was deployed before they are removed. KMS keys and records of images are always kept. Default: `keep`.",
    ),
  activateInspector: z
    .boolean()
    .default(false)
    .describe("Whether to activate Amazon Inspector for EC2 and ECR in this account and region, as `scan` needs."),
  events: events.optional().describe("EventBridge rules that send what Image Builder does to a topic. Default: none."),
  lifecycle: z
    .record(name, lifecyclePolicy)
    .default({})
    .describe(
      "Lifecycle policies, by name, each with exactly one of `images`, `containers` and `tags`. Default: none; images are not deleted.",
    ),
  quotas: quotas
    .prefault({})
    .describe(
      "Quotas of the account, where AWS has raised them. Exceeding one is a warning. Default: those of a new account.",
    ),
  tags: tags.default({}).describe("Tags of everything Terraform creates."),
  outputs: z
    .enum(["pipelines", "all"])
    .default("pipelines")
    .describe(
      "Outputs of Terraform: `pipelines` are the ARNs of the pipelines by image; `all` adds the ARN and name of every resource that has one, by address.",
    ),
  overrides: overrides
    .default({})
    .describe(
      "Arguments of generated resources, by address, as Terraform names them: a map is merged, null removes, anything else replaces. `${…}` is a Terraform expression. They are only checked against the AWS provider, and a review reports each change of such a resource.",
    ),
  components: z
    .record(z.string(), documentSettings)
    .default({})
    .describe(
      "Settings of components, by the paths of their documents below components/. A listed component is created even if no image uses it.",
    ),
  workflows: z
    .record(z.string(), documentSettings)
    .default({})
    .describe("Settings of workflows, by the paths of their documents below workflows/."),
  channels: channels
    .default([])
    .describe(
      "Names that point at one build of each image, such as `candidate` and `stable`, for launch templates and Auto Scaling groups to follow (docs/channels.md). `promote` and `rollback` move them; a deployment never does. Default: none.",
    ),
  distributions: z
    .record(name, sharedDistribution)
    .default({})
    .describe(
      "Distribution configurations that several images share, by name; an image names one as `distribute`. Default: each image has its own.",
    ),
  images: z
    .record(name, builtImage)
    .default({})
    .describe("Which images are built here, by the names of their files in images/. Default: none."),
  containers: z
    .record(name, builtContainer)
    .default({})
    .describe("Which containers are built here, by the names of their files in containers/. Default: none."),
  consumer: consumer
    .optional()
    .describe(
      "What this account receives from other accounts, in its own stack, `<environment>-consumer`. Default: nothing.",
    ),
});

export type EnvironmentDefinition = z.output<typeof environmentSchema>;
