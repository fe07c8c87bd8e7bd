import { z } from "zod";

import { limitedInt } from "../limits";
import { description, name, repositoryName, tags } from "./common";
import { containerDistribution, containerTag, distribution } from "./distribution";
import { ownBuild } from "./own-build";
import { schedule } from "./schedule";

const enabled = z
  .boolean()
  .optional()
  .describe(
    "Whether the pipeline is enabled: `true` and `false` are set at each apply. Default: a new pipeline is enabled, and one that Image Builder disabled after failures stays disabled.",
  );
const buildOnDeploy = z
  .boolean()
  .default(false)
  .describe("Whether Terraform also builds an image of each new version and waits for it. This may take hours.");
const alreadyBuilt = z
  .boolean()
  .default(false)
  .describe(
    "Whether an image of it exists in the account and region, so that images based on it can be deployed; `buildOnDeploy` builds one first.",
  );
const buildTimeoutHours = limitedInt({ minimum: 1, maximum: 72, of: "this project" })
  .default(6)
  .describe("Hours that Terraform waits for such an image, distribution included.");

const build = ownBuild
  .optional()
  .describe(
    "Differences from the environment's `build` and `network`, e.g. for another architecture or subnet: an infrastructure configuration of its own. Default: none.",
  );

/** Names in AWS of what one image or container becomes. */
const names = z
  .strictObject({
    recipe: name
      .optional()
      .describe(
        "Name of the recipe, of its images and of their log group. Images based on it refer to it. Default: that of its file, after `namePrefix`.",
      ),
    pipeline: name
      .optional()
      .describe("Name of the pipeline and of its log group. Default: that of its file, after `namePrefix`."),
    distribution: name
      .optional()
      .describe("Name of the distribution configuration. Default: that of its file, after `namePrefix`."),
    infrastructure: name
      .optional()
      .describe(
        "Name of the infrastructure configuration, if it has a `build` of its own; `build.name` is that of the others. Default: that of its file, after `namePrefix`.",
      ),
  })
  .default({})
  .describe("Names of its resources in AWS.");

/** Descriptions of what one image or container becomes; that of its recipe is in its file. */
const descriptions = z
  .strictObject({
    pipeline: description.optional().describe("Description of the pipeline. Default: that of the recipe."),
    distribution: description.optional().describe("Description of the distribution configuration. Default: none."),
    infrastructure: description
      .optional()
      .describe(
        "Description of the infrastructure configuration, if it has a `build` of its own. Default: that of the environment's `build`.",
      ),
  })
  .default({})
  .describe("Descriptions, each of 1 to 1024 characters.");

/** Tags of what one image or container becomes, where each has others. */
const ownTags = z
  .strictObject({
    recipe: tags.optional().describe("Tags of the recipe. Default: those of its file."),
    pipeline: tags.optional().describe("Tags of the pipeline. Default: those of its file."),
    distribution: tags.optional().describe("Tags of the distribution configuration. Default: none."),
    infrastructure: tags
      .optional()
      .describe(
        "Tags of the infrastructure configuration, if it has a `build` of its own. Default: `configurationTags` of the environment's `build`.",
      ),
  })
  .default({})
  .describe("Tags of each resource, in place of those of its file. Those of the environment are added.");

/** An image that an environment builds. */
export const builtImage = z.strictObject({
  names,
  descriptions,
  tags: ownTags,
  schedule,
  enabled,
  distribute: z
    .array(distribution)
    .min(1)
    .optional()
    .describe("Where the AMI goes. Default: the environment's region, to its own account."),
  scan: z
    .boolean()
    .default(false)
    .describe("Whether Amazon Inspector scans the image on its test instance and Image Builder keeps the findings."),
  build,
  buildOnDeploy,
  buildTimeoutHours,
  alreadyBuilt,
});

/** A container that an environment builds. */
export const builtContainer = z.strictObject({
  names,
  descriptions,
  tags: ownTags,
  schedule,
  enabled,
  repository: z
    .strictObject({
      create: z
        .boolean()
        .default(true)
        .describe("Whether to create the repository: encrypted, scanned, with immutable tags."),
      name: repositoryName
        .optional()
        .describe("Its name. Default: the container's name after `namePrefix`, as its ARN holds it."),
      keep: z.int().min(1).max(1000).optional().describe("How many images a created repository keeps. Default: all."),
    })
    .prefault({})
    .describe("The ECR repository of the environment's region."),
  distribute: z
    .array(containerDistribution)
    .min(1)
    .optional()
    .describe("Where the container image goes. Default: the environment's region."),
  scan: z
    .union([
      z.boolean(),
      z.strictObject({
        repository: repositoryName
          .optional()
          .describe("ECR repository that Inspector scans. Default: the container's own."),
        tags: z
          .array(containerTag)
          .min(1)
          .optional()
          .describe("Tags of the container image that is scanned. Default: those of Image Builder."),
      }),
    ])
    .default(false)
    .describe("Whether Amazon Inspector scans the container image, and where."),
  build,
  buildOnDeploy,
  buildTimeoutHours,
  alreadyBuilt,
});

export type BuiltNames = z.output<typeof names>;
export type BuiltImage = z.output<typeof builtImage>;
export type BuiltContainer = z.output<typeof builtContainer>;
