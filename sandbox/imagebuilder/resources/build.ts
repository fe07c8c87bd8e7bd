import { createHash } from "node:crypto";

import { ApiError } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Call, type Fields, requireReference, text } from "../call";
import { pick } from "../list";

/** What a pipeline and an image are built from has to exist; exactly one recipe. */
export function checkBuildReferences(call: Call): void {
  const { input } = call;
  if ((input.imageRecipeArn === undefined) === (input.containerRecipeArn === undefined)) {
    throw new ApiError(
      "InvalidParameterCombinationException",
      "Exactly one of imageRecipeArn and containerRecipeArn must be specified.",
    );
  }
  for (const field of [
    "imageRecipeArn",
    "containerRecipeArn",
    "infrastructureConfigurationArn",
    "distributionConfigurationArn",
  ]) {
    requireReference(call, field, input[field]);
  }
  const workflows = (input.workflows ?? []) as readonly Fields[];
  if (workflows.length > 0 && input.executionRole === undefined) {
    throw new ApiError("InvalidParameterCombinationException", "executionRole must be specified where workflows are.");
  }
  for (const { workflowArn } of workflows) requireReference(call, "workflows", workflowArn);
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

/** Makes an image that is there at once: no instance runs, no script of a component is executed. Answers its ARN. */
export function makeImage(call: Call, source: Fields, pipelineArn?: string): string {
  const { store, place, now } = call;
  const recipe = store.resolve(text(source, "imageRecipeArn") || text(source, "containerRecipeArn"));
  const distribution = store.resolve(text(source, "distributionConfigurationArn"));
  const name = recipe?.name ?? "";
  const version = text(recipe ?? {}, "version");
  const builds = store
    .list("image")
    .filter(({ arn }) => arn.startsWith(`${formatArn(place, "image", slug(name), version)}/`));
  const arn = formatArn(place, "image", slug(name), version, builds.length + 1);
  const regions = ((distribution?.distributions ?? [{ region: place.region }]) as readonly Fields[]).map(({ region }) =>
    String(region),
  );
  const isContainer = source.containerRecipeArn !== undefined;
  store.put({
    arn,
    name,
    version: `${version}/${builds.length + 1}`,
    type: isContainer ? "DOCKER" : "AMI",
    platform: recipe?.platform,
    state: { status: "AVAILABLE" },
    owner: place.account,
    dateCreated: now.toISOString(),
    [isContainer ? "containerRecipe" : "imageRecipe"]: recipe,
    infrastructureConfiguration: store.resolve(text(source, "infrastructureConfigurationArn")),
    distributionConfiguration: distribution,
    sourcePipelineArn: pipelineArn,
    outputResources: isContainer
      ? {}
      : { amis: regions.map((region) => ({ region, image: amiId(arn, region), name, accountId: place.account })) },
    ...pick(source, "imageScanningConfiguration", "workflows", "executionRole"),
    ...buildDefaults(source),
    tags: (call.input.tags ?? {}) as Record<string, string>,
  });
  return arn;
}

/** An id of an AMI's form, the same for the same image and region. */
function amiId(arn: string, region: string): string {
  return `ami-${createHash("sha256").update(`${arn} ${region}`).digest("hex").slice(0, 17)}`;
}
