import { z } from "zod";

import { defaultQuotas } from "../../aws/quotas";

const quota = z.int().min(1);

/**
 * Current quotas of the account and region that AWS raises on request. Used by checks and when components are merged; never sent to AWS.
 */
export const quotas = z.strictObject({
  componentsPerRecipe: quota
    .default(defaultQuotas.componentsPerRecipe)
    .describe(
      "Components in a recipe; if an image or container has more, components that follow each other are merged. The lowest number of all environments that build it counts, because they have the same recipe. A change of the number gives a new recipe to each image that has more components than the lower number. Ask for a raise in each account and region: Service Quotas, EC2 Image Builder.",
    ),
  managedPoliciesPerRole: quota
    .default(defaultQuotas.managedPoliciesPerRole)
    .describe(
      "Managed policies of each created role, with those that it has by itself. Ask for a raise in each account: Service Quotas, AWS Identity and Access Management, in the region of its quotas (us-east-1 in the partition aws).",
    ),
  workflowsPerImage: quota.default(defaultQuotas.workflowsPerImage).describe("Workflows of an image or container."),
  copiesPerDistribution: quota
    .default(defaultQuotas.copiesPerDistribution)
    .describe("Accounts that one distribution copies AMIs to, in all its regions together."),
  launchTemplatesPerRegion: quota
    .default(defaultQuotas.launchTemplatesPerRegion)
    .describe("Launch templates that one distribution changes in a region."),
  ssmParametersPerRegion: quota
    .default(defaultQuotas.ssmParametersPerRegion)
    .describe("SSM parameters that one distribution writes in a region."),
});
