import { z } from "zod";

import { maxRecipesOfPolicy } from "../../aws/limits";
import { accountId, description, name, policyArns, region, roleArn, roleName, tags } from "./common";
import { createdRole } from "./created-role";
import { exactlyOne } from "./exactly-one";

/** Returns the schema of a period in exactly one unit, with `most` as the maximum number. */
const periodOf = (most: number) => {
  const count = z.int().min(1).max(most).optional();
  return z
    .strictObject({
      days: count.describe("Days."),
      weeks: count.describe("Weeks."),
      months: count.describe("Months."),
      years: count.describe("Years."),
    })
    .superRefine(exactlyOne("days", "weeks", "months", "years"));
};

const exclusion = z.strictObject({
  tags: tags
    .default({})
    .describe(
      "Images in Image Builder with any of these tags. Images that pipelines build have none unless somebody adds them; tags of AMIs belong to `amis`.",
    ),
  amis: z
    .strictObject({
      public: z.boolean().default(false).describe("Whether public AMIs are excluded."),
      regions: z.array(region).default([]).describe("Regions whose AMIs are excluded."),
      sharedAccounts: z
        .array(accountId)
        .max(1536)
        .default([])
        .describe("Accounts. AMIs that are shared with one of them are excluded."),
      launchedWithin: periodOf(365)
        .optional()
        .describe(
          "AMIs that were launched within this time are excluded: exactly one of `days`, `weeks`, `months` and `years`. Default: no such rule.",
        ),
      tags: tags.default({}).describe("AMIs with any of these tags are excluded."),
    })
    .optional()
    .describe("AMIs that are excluded. Default: none."),
});

const rule = z
  .strictObject({
    action: z
      .enum(["deprecate", "disable", "delete"])
      .describe("What happens to an image: it is deprecated, disabled, or deleted for good."),
    after: periodOf(1000)
      .optional()
      .describe("Age at which it happens: exactly one of `days`, `weeks`, `months` and `years`."),
    keep: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        "With `delete`: how many of the newest images of each recipe version are excluded: with 10 and three versions, up to 30 images stay.",
      ),
    retainAtLeast: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe("How many images of each recipe version stay at any age; with `after`. Default: none."),
    amis: z.boolean().default(true).describe("Whether AMIs are included."),
    snapshots: z.boolean().default(true).describe("Whether the snapshots of AMIs are included; for `delete`."),
    containers: z.boolean().default(true).describe("Whether container images are included; for `delete`."),
    exclude: exclusion.optional().describe("What this rule excludes. Default: what `exclude` of the policy says."),
  })
  .superRefine(exactlyOne("after", "keep"));

/** A lifecycle policy, which deprecates, disables or deletes superseded images. */
export const lifecyclePolicy = z
  .strictObject({
    name: name.optional().describe("Its name in AWS. Default: its name here after `namePrefix`."),
    description: description.optional().describe("What the policy is for, 1 to 1024 characters. Default: none."),
    ownTags: tags.default({}).describe("Tags of the policy itself, in addition to those of the environment."),
    enabled: z.boolean().default(true).describe("Whether the policy runs."),
    images: z
      .array(name)
      .min(1)
      .max(maxRecipesOfPolicy)
      .optional()
      .describe("Images of this environment whose recipes select what the policy is for."),
    containers: z
      .array(name)
      .min(1)
      .max(maxRecipesOfPolicy)
      .optional()
      .describe("The same for containers of this environment."),
    versions: z
      .enum(["all", "current"])
      .default("all")
      .describe(
        "With `images` and `containers`: which versions of the recipes: `all` in the lock, the newest first and at most 50 in total, or only the `current` ones. Images of other versions stay.",
      ),
    tags: tags
      .refine((value) => Object.keys(value).length > 0, { message: "no tag is given", params: { fix: "add a tag" } })
      .optional()
      .describe(
        "Images in Image Builder with any of these tags. Images with `buildOnDeploy` have the tags of the image or container and of the environment; images that pipelines build have none unless somebody adds them.",
      ),
    type: z
      .enum(["ami", "container"])
      .default("ami")
      .describe("With `tags`: the type of the images. `images` and `containers` imply it."),
    rules: z
      .array(rule)
      .min(1)
      .max(3)
      .describe(
        "What happens when: one to three rules, each with another action, and exactly one of `after` and `keep`.",
      ),
    exclude: exclusion
      .prefault({})
      .describe("What rules exclude that have no `exclude` of their own. Default: nothing."),
  })
  .superRefine(exactlyOne("images", "containers", "tags"));

export type LifecyclePolicyDefinition = z.output<typeof lifecyclePolicy>;

/** A role that Image Builder assumes: an existing or a created one. */
export const serviceRole = z
  .strictObject({
    create: z.literal(true).optional().describe("Create the role, with only what it needs."),
    policies: policyArns.describe(
      "Other managed policies that it needs, by ARN; for a created role. `quotas` sets how many.",
    ),
    name: roleName
      .optional()
      .describe(
        "Name of a created role. Default: `ec2-image-builder-execution-<region>` or `ec2-image-builder-lifecycle-<region>`, after `namePrefix`.",
      ),
    ...createdRole,
    arn: roleArn.optional().describe("A role that exists, by ARN."),
  })
  .superRefine(exactlyOne("create", "arn"));

export type ServiceRole = z.output<typeof serviceRole>;
