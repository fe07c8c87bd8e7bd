import { ApiError, invalidValue } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, named, requireReference, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { page, pick } from "../list";
import { nextRun } from "../next-run";
import { makeImage } from "./image";

const kind: CreatableKind = {
  type: "image-pipeline",
  noun: "ImagePipeline",
  plural: "ImagePipelines",
  arnField: "imagePipelineArn",
  field: "imagePipeline",
  listField: "imagePipelineList",
  arn: ({ input, place }) => formatArn(place, "image-pipeline", slug(text(input, "name"))),
  create: pipeline,
  update: pipeline,
  summary: (resource) => resource,
};

export const imagePipelineOperations: Record<string, Handler> = {
  ...operationsOf(kind),
  StartImagePipelineExecution: (call) => {
    const source = named(call, "imagePipelineArn");
    return { clientToken: call.input.clientToken, imageBuildVersionArn: makeImage(call, source, source.arn) };
  },
  ListImagePipelineImages: (call) => {
    const source = named(call, "imagePipelineArn");
    const images = call.store.list("image").filter((image) => image.sourcePipelineArn === source.arn);
    return page(call, images, "imageSummaryList", (image) =>
      pick(
        image,
        "arn",
        "name",
        "type",
        "version",
        "platform",
        "state",
        "owner",
        "dateCreated",
        "outputResources",
        "tags",
      ),
    );
  },
};

function pipeline(call: Call): Fields {
  const { input } = call;
  checkBuildReferences(call);
  const schedule = input.schedule as Fields | undefined;
  const status = input.status ?? "ENABLED";
  const recipe = call.store.resolve(text(input, "imageRecipeArn") || text(input, "containerRecipeArn"));
  return {
    platform: recipe?.platform,
    status,
    ...buildDefaults(input),
    schedule: schedule && {
      timezone: "UTC",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      ...schedule,
    },
    dateNextRun: schedule && status === "ENABLED" ? scheduledRun(schedule, call.now) : undefined,
  };
}

function scheduledRun(schedule: Fields, now: Date): string | undefined {
  try {
    return nextRun(text(schedule, "scheduleExpression"), text(schedule, "timezone") || "UTC", now)?.toISOString();
  } catch (error) {
    throw invalidValue("schedule", error instanceof Error ? error.message : String(error));
  }
}

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
