import { Image } from "../../src/constructs/image";
import type { BuildSettings } from "../../src/factory/build-settings";
import type { Tags } from "../../src/factory/tags";
import { emptyFactory, emptySettings, resourcesOf } from "../helpers/synthesised";

const imageWith = (
  settings: Partial<BuildSettings & { readonly tags: Tags }>,
  recipe: { imageRecipeArn: string } | { containerRecipeArn: string } = { imageRecipeArn: "recipe" },
) =>
  resourcesOf(
    (stack) =>
      new Image(stack, "image", {
        name: "base",
        place: emptyFactory.place,
        timeoutHours: 6,
        tags: {},
        ...settings,
        settings: { ...emptySettings, ...settings },
        ...recipe,
        infrastructureConfigurationArn: "infrastructure",
        distributionConfigurationArn: "distribution",
        workflowArn: (document) => `arn of ${document}`,
        executionRoleArn: "role",
      }),
  ).aws_imagebuilder_image;

test("with required props, it is built as the pipeline builds, before the old one goes, with time enough", () => {
  expect(imageWith({})).toEqual({
    base: {
      image_recipe_arn: "recipe",
      infrastructure_configuration_arn: "infrastructure",
      distribution_configuration_arn: "distribution",
      enhanced_image_metadata_enabled: true,
      image_tests_configuration: { image_tests_enabled: true, timeout_minutes: 720 },
      image_scanning_configuration: { image_scanning_enabled: false },
      timeouts: { create: "6h" },
      lifecycle: { create_before_destroy: true },
    },
  });
});

test("with all props, every text reaches AWS as it is written", () => {
  const image = imageWith(
    {
      tests: { enabled: false, timeoutMinutes: 60 },
      enhancedMetadata: false,
      scanning: { enabled: true, ecr: { repository: "scans", tags: ["scanned"] } },
      workflows: [{ from: "project", document: "build/image", parameters: { Answer: "${x}" }, onFailure: "abort" }],
      needsExecutionRole: true,
      tags: { team: "%{platform}" },
    },
    { containerRecipeArn: "recipe" },
  );
  expect(image?.base).toEqual({
    container_recipe_arn: "recipe",
    infrastructure_configuration_arn: "infrastructure",
    distribution_configuration_arn: "distribution",
    execution_role: "role",
    enhanced_image_metadata_enabled: false,
    image_tests_configuration: { image_tests_enabled: false, timeout_minutes: 60 },
    image_scanning_configuration: {
      image_scanning_enabled: true,
      ecr_configuration: { repository_name: "scans", container_tags: ["scanned"] },
    },
    workflow: [
      { workflow_arn: "arn of build/image", on_failure: "ABORT", parameter: [{ name: "Answer", value: "$${x}" }] },
    ],
    tags: { team: "%%{platform}" },
    timeouts: { create: "6h" },
    lifecycle: { create_before_destroy: true },
  });
});
