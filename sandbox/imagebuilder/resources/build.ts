import { arnName } from "../../../src/aws/resource-name";
import { invalidCombination, invalidValue } from "../api-error";
import { formatArn } from "../arn";
import { type Call, requireReference } from "../call";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { nextBuild } from "../versions";
import { checkWorkflows } from "./check-workflows";
import { hasOutputsFor } from "./distribution-configuration";

/** Checks that the resources which a pipeline or image uses exist and fit together, with exactly one recipe. */
export function checkBuild(call: Call): void {
  const { input, store } = call;
  if ((input.imageRecipeArn === undefined) === (input.containerRecipeArn === undefined))
    throw invalidCombination("Exactly one of imageRecipeArn and containerRecipeArn must be specified.");
  for (const field of [
    "imageRecipeArn",
    "containerRecipeArn",
    "infrastructureConfigurationArn",
    "distributionConfigurationArn",
  ]) {
    requireReference(call, field, input[field]);
  }
  const isContainer = input.containerRecipeArn !== undefined;
  const scanning = input.imageScanningConfiguration as Fields | undefined;
  // Source: API field ImageScanningConfiguration.ecrConfiguration; AWS CDK, aws-imagebuilder-alpha.
  if (!isContainer && scanning?.ecrConfiguration !== undefined)
    throw invalidValue("imageScanningConfiguration", "ecrConfiguration is only for container images.");
  const distribution = store.resolve(text(input, "distributionConfigurationArn"));
  if (distribution !== undefined && !hasOutputsFor(distribution, isContainer))
    throw invalidCombination(
      `The distribution configuration '${distribution.arn}' has a region without ${isContainer ? "container" : "AMI"} output, and the recipe makes ${isContainer ? "a container image" : "an AMI"}.`,
    );
  checkWorkflows(call);
}

export function buildDefaults(input: Fields): Fields {
  return {
    enhancedImageMetadataEnabled: input.enhancedImageMetadataEnabled ?? true,
    imageTestsConfiguration: {
      imageTestsEnabled: true,
      timeoutMinutes: 720,
      ...(input.imageTestsConfiguration as Fields | undefined),
    },
  };
}

/**
 * Starts the build of an image and returns its ARN: immediately, or when the build has progressed as far as its pace requires.
 *
 * @param source pipeline, or the request to create an image without a pipeline
 */
export async function startBuild(
  call: Call,
  source: Fields,
  pipelineArn?: string,
  buildType: "USER_INITIATED" | "SCHEDULED" = "USER_INITIATED",
): Promise<string> {
  const { store, place, now, world, clock, builds } = call;
  const recipe = store.resolve(text(source, "imageRecipeArn") || text(source, "containerRecipeArn"));
  // The check of references accepts a recipe of another owner, but it cannot be built here.
  if (recipe === undefined) throw invalidValue("recipe", "A recipe of another account cannot be built.");
  const version = text(recipe, "version");
  const versionArn = formatArn(place, "image", arnName(recipe.name), version);
  const build = nextBuild(call, "image", versionArn);
  const arn = `${versionArn}/${build}`;
  const isContainer = source.containerRecipeArn !== undefined;
  store.put({
    arn,
    name: recipe.name,
    version: `${version}/${build}`,
    type: isContainer ? "DOCKER" : "AMI",
    platform: recipe.platform,
    state: { status: "PENDING" },
    owner: place.account,
    dateCreated: now.toISOString(),
    [isContainer ? "containerRecipe" : "imageRecipe"]: recipe,
    infrastructureConfiguration: store.resolve(text(source, "infrastructureConfigurationArn")),
    distributionConfiguration: store.resolve(text(source, "distributionConfigurationArn")),
    sourcePipelineArn: pipelineArn,
    sourcePipelineName: pipelineArn === undefined ? undefined : source.name,
    buildType,
    imageSource: "CUSTOM",
    loggingConfiguration: { logGroupName: logGroupOf(source, recipe.name) },
    ...pick(source, "imageScanningConfiguration", "workflows", "executionRole"),
    ...buildDefaults(source),
    tags: (call.input.tags ?? {}) as Record<string, string>,
  });
  await builds.start(arn, { place, store, world, now: clock });
  return arn;
}

/** Returns the log group of an image. Pipelines and images use different fields for it. The case of the name is kept. */
function logGroupOf({ loggingConfiguration }: Fields, name: string): string {
  const logging = (loggingConfiguration ?? {}) as Fields;
  return text(logging, "imageLogGroupName") || text(logging, "logGroupName") || `/aws/imagebuilder/${name}`;
}
