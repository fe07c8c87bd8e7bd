import { z } from "zod";

import { limitedInt } from "../limits";
import { descriptions, names, ownTags } from "./built-resources";
import { kmsKeyArn, name, repositoryName } from "./common";
import { containerDistribution, containerTag, distribution } from "./distribution";
import { enabled, furtherPipelines } from "./further-pipeline";
import { ownBuild } from "./own-build";
import { ownSchedule } from "./schedule";

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

const imageTargets = z.array(distribution).min(1);
const sharedName = name.describe("A distribution configuration of `distributions`, which other images share.");
const containerTargets = z.array(containerDistribution).min(1);
const noTargets = z.literal("none");

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

/**
 * Settings that images and containers share, before and after those that differ. The reference documentation and messages keep this order.
 */
const resources = { names, descriptions, tags: ownTags, schedule: ownSchedule, enabled };
const builds = { build, buildOnDeploy, buildTimeoutHours, alreadyBuilt };

/** An image that an environment builds. */
export const builtImage = z.strictObject({
  ...resources,
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
  ...builds,
  pipelines: furtherPipelines("image", {
    distribute: z
      .union([imageTargets, noTargets, sharedName])
      .optional()
      .describe("Where the AMI goes, as for an image. Default: where the image says."),
    scan: z.boolean().optional().describe("Whether Amazon Inspector scans the image. Default: as the image says."),
  }),
});

export const imagesToKeep = z.int().min(1).max(1000);

/** A container that an environment builds. */
export const builtContainer = z.strictObject({
  ...resources,
  repository: z
    .strictObject({
      create: z
        .boolean()
        .default(true)
        .describe("Whether to create the repository: encrypted, scanned, with immutable tags."),
      name: repositoryName
        .optional()
        .describe("Its name. Default: the container's name after `namePrefix`, as its ARN holds it."),
      keep: imagesToKeep.optional().describe("How many images a created repository keeps. Default: all."),
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
      scanOnPush: z.boolean().default(true).describe("Whether a created repository scans images when they are pushed."),
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
  ...builds,
  pipelines: furtherPipelines("container", {
    distribute: z
      .union([containerTargets, noTargets])
      .optional()
      .describe("Where the container image goes, as for a container. Default: where the container says."),
    scan: containerScan
      .optional()
      .describe("Whether Amazon Inspector scans the container image, and where. Default: as the container says."),
  }),
});

export type BuiltImage = z.output<typeof builtImage>;
export type BuiltContainer = z.output<typeof builtContainer>;
