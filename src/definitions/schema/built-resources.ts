import { z } from "zod";

import { description, name, tags } from "./common";

const recipeName = name
  .optional()
  .describe(
    "Name of the recipe, of its images and of their log group. Images based on it refer to it. Default: that of its file, after `namePrefix`.",
  );

/** Names in AWS of the resources of one image or container. */
export const names = z
  .strictObject({
    recipe: recipeName,
    pipeline: name
      .optional()
      .describe("Name of the pipeline and of its log group. Default: that of its file, after `namePrefix`."),
    distribution: name
      .optional()
      .describe(
        "Name of the distribution configuration, if it is not shared. Default: that of its file, after `namePrefix`.",
      ),
    infrastructure: name
      .optional()
      .describe(
        "Name of the infrastructure configuration, if it has a `build` of its own; `build.name` is that of the others. Default: that of its file, after `namePrefix`.",
      ),
  })
  .default({})
  .describe("Names of its resources in AWS.");

/** Descriptions of the resources of one image or container. The description of the recipe is in the definition file. */
export const descriptions = z
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

export const pipelineTags = {
  pipeline: tags.optional().describe("Tags of the pipeline. Default: those of its file."),
  distribution: tags.optional().describe("Tags of the distribution configuration. Default: none."),
  infrastructure: tags
    .optional()
    .describe(
      "Tags of the infrastructure configuration, if it has a `build` of its own. Default: `configurationTags` of the environment's `build`.",
    ),
};

/** Tags of each resource of one image or container, if they differ. */
export const ownTags = z
  .strictObject({
    recipe: tags.optional().describe("Tags of the recipe. Default: those of its file."),
    ...pipelineTags,
  })
  .default({})
  .describe("Tags of each resource, in place of those of its file. Those of the environment are added.");

export type BuiltNames = z.output<typeof names>;
