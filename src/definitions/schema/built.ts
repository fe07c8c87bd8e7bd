import { z } from "zod";

import { limitedInt } from "../limits";
import { description, name, repositoryName, tags } from "./common";
import { containerDistribution, containerTag, distribution } from "./distribution";
import { ownInstance } from "./instance";
import { schedule } from "./schedule";

const enabled = z
  .boolean()
  .optional()
  .describe(
    "Whether the pipeline may run: `true` and `false` are set at each apply. Default: a new pipeline may run, and one that Image Builder disabled after failures stays disabled.",
  );
const buildOnDeploy = z
  .boolean()
  .default(false)
  .describe("Whether Terraform also builds an image of each new version and waits for it, which may take hours.");
const alreadyBuilt = z
  .boolean()
  .default(false)
  .describe(
    "Whether an image of it is in the account and region already, so that what stands on it can be made; `buildOnDeploy` builds one first.",
  );
const buildTimeoutHours = limitedInt({ minimum: 1, maximum: 72, of: "this project" })
  .default(6)
  .describe("Hours that Terraform waits for such an image, distribution included.");

const build = ownInstance
  .optional()
  .describe("What differs from the environment's `build` for this one, e.g. another architecture. Default: nothing.");

/** Names in AWS of what one image or container becomes. */
const names = z
  .strictObject({
    recipe: name
      .optional()
      .describe(
        "Of the recipe, and so of the images that it makes and of their log group; images that stand on it go by it. Default: that of its file, after `namePrefix`.",
      ),
    pipeline: name
      .optional()
      .describe("Of the pipeline, and so of its log group. Default: that of its file, after `namePrefix`."),
    distribution: name
      .optional()
      .describe("Of the distribution configuration. Default: that of its file, after `namePrefix`."),
    infrastructure: name
      .optional()
      .describe(
        "Of the infrastructure configuration, where it has a `build` of its own; `build.name` is that of all. Default: that of its file, after `namePrefix`.",
      ),
  })
  .default({})
  .describe("Names in AWS of what it becomes.");

/** Descriptions of what one image or container becomes; that of its recipe is in its file. */
const descriptions = z
  .strictObject({
    pipeline: description.optional().describe("Of the pipeline. Default: that of the recipe."),
    distribution: description.optional().describe("Of the distribution configuration. Default: none."),
    infrastructure: description
      .optional()
      .describe(
        "Of the infrastructure configuration, where it has a `build` of its own. Default: that of the environment's `build`.",
      ),
  })
  .default({})
  .describe("Descriptions, each of 1 to 1024 characters.");

/** Tags of what one image or container becomes, where each has others. */
const ownTags = z
  .strictObject({
    recipe: tags.optional().describe("Of the recipe. Default: those of its file."),
    pipeline: tags.optional().describe("Of the pipeline. Default: those of its file."),
    distribution: tags.optional().describe("Of the distribution configuration. Default: none."),
    infrastructure: tags
      .optional()
      .describe(
        "Of the infrastructure configuration, where it has a `build` of its own. Default: `configurationTags` of the environment's `build`.",
      ),
  })
  .default({})
  .describe("Tags of each, in place of those of its file and besides those of the environment.");

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
      create: z.boolean().default(true).describe("Whether to make the repository: encrypted, scanned, its tags fixed."),
      name: repositoryName
        .optional()
        .describe("Its name. Default: the container's name after `namePrefix`, as its ARN holds it."),
      keep: z.int().min(1).max(1000).optional().describe("How many images a made repository keeps. Default: all."),
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
