import { z } from "zod";

import { descriptions, pipelineTags } from "./built-resources";
import { name } from "./common";
import { ownBuild } from "./own-build";
import { testStage } from "./recipe";
import { schedule } from "./schedule";
import { workflowList } from "./workflows";

export const enabled = z
  .boolean()
  .optional()
  .describe(
    "Whether the pipeline is enabled: `true` and `false` are set at each apply. Default: a new pipeline is enabled, and one that Image Builder disabled after failures stays disabled.",
  );
/** Name of an additional pipeline in definitions and commands. */
const pipelineKey = z
  .string()
  .regex(
    /^[A-Za-z0-9][-_A-Za-z0-9]{0,59}$/,
    "1 to 60 letters, digits, hyphens and underscores, a letter or digit first",
  );

const derivedName = (of: string) =>
  name
    .optional()
    .describe(`Name of ${of}. Default: those of the image and of this pipeline with a hyphen, after \`namePrefix\`.`);

/** Settings that additional pipelines of images and containers share. Omitted settings default to those of the image or container. */
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

/**
 * Returns the schema of the additional pipelines of an image or container.
 *
 * @param own settings that only pipelines of an image, or only those of a container, have
 */
export function furtherPipelines<Own extends z.ZodRawShape>(what: "image" | "container", own: Own) {
  return z
    .record(pipelineKey, z.strictObject({ ...furtherPipeline, ...own }))
    .default({})
    .describe(
      `Further pipelines of the same recipe, by name. The other keys here apply to the main pipeline. A setting that a further pipeline leaves out is that of the ${what}. Default: none.`,
    );
}
