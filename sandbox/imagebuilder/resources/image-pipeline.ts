import { invalidValue } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, named, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { page, pick } from "../list";
import { nextRun } from "../next-run";
import { buildDefaults, checkBuildReferences, makeImage } from "./build";

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
