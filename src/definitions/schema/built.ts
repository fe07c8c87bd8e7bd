import { z } from "zod";

import { limitedInt } from "../limits";
import { description, kmsKeyArn, name, repositoryName, tags } from "./common";
import { containerDistribution, containerTag, distribution } from "./distribution";
import { ownBuild } from "./own-build";
import { testStage } from "./recipe";
import { ownSchedule, schedule } from "./schedule";
import { workflowList } from "./workflows";

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

/** A further pipeline, as definitions and commands call it. */
const pipelineKey = z
  .string()
  .regex(
    /^[A-Za-z0-9][-_A-Za-z0-9]{0,59}$/,
    "1 to 60 letters, digits, hyphens and underscores, a letter or digit first",
  );

const recipeName = name
  .optional()
  .describe(
    "Name of the recipe, of its images and of their log group. Images based on it refer to it. Default: that of its file, after `namePrefix`.",
  );

/** Names in AWS of what one image or container becomes. */
const names = z
  .strictObject({
    recipe: recipeName,
    pipeline: name
      .optional()
      .describe("Name of the pipeline and of its log group. Default: that of its file, after `namePrefix`."),
    distribution: name
      .optional()
      .describe(
        "Name of the distribution configuration, if it has one of its own. Default: that of its file, after `namePrefix`.",
      ),
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

const pipelineTags = {
  pipeline: tags.optional().describe("Tags of the pipeline. Default: those of its file."),
  distribution: tags.optional().describe("Tags of the distribution configuration. Default: none."),
  infrastructure: tags
    .optional()
    .describe(
      "Tags of the infrastructure configuration, if it has a `build` of its own. Default: `configurationTags` of the environment's `build`.",
    ),
};

/** Tags of what one image or container becomes, where each has others. */
const ownTags = z
  .strictObject({
    recipe: tags.optional().describe("Tags of the recipe. Default: those of its file."),
    ...pipelineTags,
  })
  .default({})
  .describe("Tags of each resource, in place of those of its file. Those of the environment are added.");

const derivedName = (of: string) =>
  name
    .optional()
    .describe(`Name of ${of}. Default: those of the image and of this pipeline with a hyphen, after \`namePrefix\`.`);

/** What further pipelines of images and of containers have in common. What they leave out is that of the image or container. */
const furtherPipeline = {
  names: z
    .strictObject({
      pipeline: derivedName("the pipeline and of its log group"),
      distribution: derivedName("the distribution configuration, if it has a `distribute` of its own"),
      infrastructure: derivedName("the infrastructure configuration, if it has a `build` of its own"),
    })
    .default({})
    .describe("Names of its resources in AWS."),
  descriptions,
  tags: z
    .strictObject(pipelineTags)
    .default({})
    .describe("Tags of each resource, in place of those of its file. Those of the environment are added."),
  schedule,
  enabled,
  tests: testStage.optional().describe("The test stage. Default: as the file says."),
  enhancedMetadata: z
    .boolean()
    .optional()
    .describe("Whether Image Builder collects the inventory of the image. Default: as the file says."),
  workflows: workflowList.optional().describe("Workflows in place of those that the file lists. Default: those."),
  build: ownBuild
    .optional()
    .describe(
      "Differences from the `build` of the image or container, and from the environment's `build` and `network`: an infrastructure configuration of its own. Default: none.",
    ),
};

const imageTargets = z.array(distribution).min(1);
const sharedName = name.describe("A distribution configuration of `distributions`, which other images share.");
const containerTargets = z.array(containerDistribution).min(1);
const noTargets = z.literal("none");

const further = (what: string) =>
  `Further pipelines of the same recipe, by name, besides the one that the keys beside this are about. What one leaves out is that of the ${what}. Default: none.`;

const containerScan = z.union([
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
]);

/** An image that an environment builds. */
export const builtImage = z.strictObject({
  names,
  descriptions,
  tags: ownTags,
  schedule: ownSchedule,
  enabled,
  distribute: z
    .union([imageTargets, noTargets, sharedName])
    .optional()
    .describe(
      "Where the AMI goes: a list of regions, the name of one of `distributions`, or `none` for no distribution configuration. Default: the environment's region, to its own account.",
    ),
  scan: z
    .boolean()
    .default(false)
    .describe("Whether Amazon Inspector scans the image on its test instance and Image Builder keeps the findings."),
  build,
  buildOnDeploy,
  buildTimeoutHours,
  alreadyBuilt,
  pipelines: z
    .record(
      pipelineKey,
      z.strictObject({
        ...furtherPipeline,
        distribute: z
          .union([imageTargets, noTargets, sharedName])
          .optional()
          .describe("Where the AMI goes, as for an image. Default: where the image says."),
        scan: z.boolean().optional().describe("Whether Amazon Inspector scans the image. Default: as the image says."),
      }),
    )
    .default({})
    .describe(further("image")),
});

/** A container that an environment builds. */
export const builtContainer = z.strictObject({
  names,
  descriptions,
  tags: ownTags,
  schedule: ownSchedule,
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
      kmsKey: kmsKeyArn
        .optional()
        .describe(
          "KMS key of a created repository. It can never change: another key would replace the repository. Default: ECR's own.",
        ),
      tagMutability: z
        .enum(["immutable", "mutable"])
        .optional()
        .describe(
          "Whether tags of a created repository can move. Default: `mutable` where a build pushes a tag again, else `immutable`.",
        ),
      scanOnPush: z.boolean().default(true).describe("Whether a created repository scans what is pushed."),
    })
    .prefault({})
    .describe("The ECR repository of the environment's region."),
  distribute: z
    .union([containerTargets, noTargets])
    .optional()
    .describe(
      "Where the container image goes, or `none` for no distribution configuration. Default: the environment's region.",
    ),
  scan: containerScan.default(false).describe("Whether Amazon Inspector scans the container image, and where."),
  build,
  buildOnDeploy,
  buildTimeoutHours,
  alreadyBuilt,
  pipelines: z
    .record(
      pipelineKey,
      z.strictObject({
        ...furtherPipeline,
        distribute: z
          .union([containerTargets, noTargets])
          .optional()
          .describe("Where the container image goes, as for a container. Default: where the container says."),
        scan: containerScan
          .optional()
          .describe("Whether Amazon Inspector scans the container image, and where. Default: as the container says."),
      }),
    )
    .default({})
    .describe(further("container")),
});

export type BuiltNames = z.output<typeof names>;
export type BuiltImage = z.output<typeof builtImage>;
export type BuiltContainer = z.output<typeof builtContainer>;
