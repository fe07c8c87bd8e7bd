import { ImagePipeline } from "../../src/constructs/image-pipeline";
import type { BuildSettings } from "../../src/factory/build-settings";
import type { ImagePipeline as ImagePipelineModel } from "../../src/factory/pipeline";
import { emptyFactory, emptyPipeline, emptySettings, resourcesOf } from "../helpers/synthesised";

const arns = {
  place: emptyFactory.place,
  infrastructureConfigurationArn: "infrastructure",
  distributionConfigurationArn: "distribution",
  workflowArn: (document: string) => `arn of ${document}`,
};
const pipelineWith = (
  pipeline: Partial<ImagePipelineModel & BuildSettings>,
  recipe: { imageRecipeArn: string } | { containerRecipeArn: string } = { imageRecipeArn: "recipe" },
  executionRoleArn: string | undefined = "role",
) =>
  resourcesOf(
    (stack) =>
      new ImagePipeline(stack, "pipeline", {
        pipeline: { ...emptyPipeline, ...pipeline, settings: { ...emptySettings, ...pipeline } },
        ...arns,
        ...recipe,
        executionRoleArn,
      }),
  ).aws_imagebuilder_image_pipeline?.base;

test("with required props, every sticky setting is written out, and there is no schedule and no role", () => {
  expect(pipelineWith({})).toEqual({
    name: "base",
    lifecycle: { ignore_changes: ["status"] },
    image_recipe_arn: "recipe",
    infrastructure_configuration_arn: "infrastructure",
    distribution_configuration_arn: "distribution",
    enhanced_image_metadata_enabled: true,
    image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 720 },
    image_scanning_configuration: { image_scanning_enabled: false },
  });
});

test("with all props, every text reaches AWS as it is written", () => {
  expect(
    pipelineWith({
      description: "Base ${x}",
      enabled: false,
      schedule: { expression: "cron(0 4 ? * SUN *)", timezone: "Etc/UTC", startCondition: "EXPRESSION_MATCH_ONLY" },
      tests: { enabled: false, timeoutMinutes: 60 },
      enhancedMetadata: false,
      scanning: { enabled: true },
      workflows: [
        { from: "project", document: "build/image", parameters: { Answer: "${x}" } },
        {
          from: "arn",
          arn: "arn:aws:imagebuilder:us-east-1:aws:workflow/test/test-image/x.x.x",
          parameters: {},
          onFailure: "continue",
          parallelGroup: "tests",
        },
      ],
      needsExecutionRole: true,
      tags: { team: "%{platform}" },
    }),
  ).toEqual({
    name: "base",
    description: "Base $${x}",
    status: "DISABLED",
    image_recipe_arn: "recipe",
    infrastructure_configuration_arn: "infrastructure",
    distribution_configuration_arn: "distribution",
    execution_role: "role",
    schedule: {
      schedule_expression: "cron(0 4 ? * SUN *)",
      timezone: "Etc/UTC",
      pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY",
    },
    image_tests_configuration: { image_tests_enabled: false, timeout_minutes: 60 },
    image_scanning_configuration: { image_scanning_enabled: true },
    enhanced_image_metadata_enabled: false,
    workflow: [
      { workflow_arn: "arn of build/image", parameter: [{ name: "Answer", value: "$${x}" }] },
      {
        workflow_arn: "arn:aws:imagebuilder:us-east-1:aws:workflow/test/test-image/x.x.x",
        on_failure: "CONTINUE",
        parallel_group: "tests",
      },
    ],
    tags: { team: "%%{platform}" },
  });
});

test("that of a container is scanned in ECR", () => {
  const scanning = { enabled: true, ecr: { repository: "scans", tags: ["scanned"] } };
  const pipeline = pipelineWith({ scanning }, { containerRecipeArn: "recipe" });
  expect(pipeline).toMatchObject({
    container_recipe_arn: "recipe",
    image_scanning_configuration: {
      image_scanning_enabled: true,
      ecr_configuration: { repository_name: "scans", container_tags: ["scanned"] },
    },
  });
  expect(pipeline).not.toHaveProperty("image_recipe_arn");
});

test("what is not scanned, or is no container, says nothing of ECR", () => {
  const ecr = { repository: "scans", tags: [] };
  expect(pipelineWith({ scanning: { enabled: true, ecr } })?.image_scanning_configuration).toEqual({
    image_scanning_enabled: true,
  });
  const container = { containerRecipeArn: "recipe" };
  expect(pipelineWith({ scanning: { enabled: false, ecr } }, container)?.image_scanning_configuration).toEqual({
    image_scanning_enabled: false,
  });
  expect(pipelineWith({ scanning: { enabled: true, ecr } }, container)?.image_scanning_configuration).toEqual({
    image_scanning_enabled: true,
    ecr_configuration: { repository_name: "scans" },
  });
});

test("one that needs a role is not created without", () => {
  const make = () =>
    resourcesOf(
      (stack) =>
        new ImagePipeline(stack, "pipeline", {
          pipeline: { ...emptyPipeline, settings: { ...emptySettings, needsExecutionRole: true } },
          ...arns,
          imageRecipeArn: "recipe",
        }),
    );
  expect(make).toThrow("needs an execution role");
});

test("its status is set where the definition says it, and left alone where it does not", () => {
  expect(pipelineWith({ enabled: true })).toMatchObject({ status: "ENABLED" });
  expect(pipelineWith({ enabled: true })).not.toHaveProperty("lifecycle");
  expect(pipelineWith({ enabled: false })).toMatchObject({ status: "DISABLED" });
  expect(pipelineWith({ enabled: false })).not.toHaveProperty("lifecycle");
  expect(pipelineWith({})).not.toHaveProperty("status");
});
