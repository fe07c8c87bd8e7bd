import { ImagePipeline } from "../../src/constructs/image-pipeline";
import type { ImagePipeline as ImagePipelineModel } from "../../src/factory/pipeline";
import { resourcesOf } from "../helpers/synthesised";

const required: ImagePipelineModel = {
  enabled: true,
  tests: { enabled: true, timeoutMinutes: 720 },
  enhancedMetadata: true,
  tags: {},
};
const pipelineWith = (pipeline: Partial<ImagePipelineModel>) =>
  resourcesOf(
    (stack) =>
      new ImagePipeline(stack, "pipeline", {
        name: "base",
        pipeline: { ...required, ...pipeline },
        imageRecipeArn: "recipe",
        infrastructureConfigurationArn: "infrastructure",
        distributionConfigurationArn: "distribution",
      }),
  ).aws_imagebuilder_image_pipeline?.base;

test("with required props, every sticky setting is written out, and there is no schedule", () => {
  expect(pipelineWith({})).toEqual({
    name: "base",
    status: "ENABLED",
    image_recipe_arn: "recipe",
    infrastructure_configuration_arn: "infrastructure",
    distribution_configuration_arn: "distribution",
    enhanced_image_metadata_enabled: true,
    image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 720 },
    image_scanning_configuration: { image_scanning_enabled: false },
  });
});

test("with all props", () => {
  expect(
    pipelineWith({
      description: "Base",
      enabled: false,
      schedule: { expression: "cron(0 4 ? * SUN *)", timezone: "Etc/UTC", startCondition: "EXPRESSION_MATCH_ONLY" },
      tests: { enabled: false, timeoutMinutes: 60 },
      enhancedMetadata: false,
      tags: { team: "platform" },
    }),
  ).toMatchObject({
    description: "Base",
    status: "DISABLED",
    schedule: {
      schedule_expression: "cron(0 4 ? * SUN *)",
      timezone: "Etc/UTC",
      pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY",
    },
    image_tests_configuration: { image_tests_enabled: false, timeout_minutes: 60 },
    enhanced_image_metadata_enabled: false,
    tags: { team: "platform" },
  });
});
