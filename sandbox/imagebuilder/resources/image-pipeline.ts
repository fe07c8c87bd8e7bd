import { arnName } from "../../../src/aws/resource-name";
import { ApiError } from "../api-error";
import { formatArn } from "../arn";
import { type Call, type Handler, named } from "../call";
import { type Fields, text } from "../fields";
import { type CreatableType, operationsOf } from "../resource-type";
import { checkSchedule, nextRun } from "../schedule";
import type { Resource } from "../store";
import { buildDefaults, checkBuild, startBuild } from "./build";

const resourceType: CreatableType = {
  type: "image-pipeline",
  singular: "ImagePipeline",
  plural: "ImagePipelines",
  arnField: "imagePipelineArn",
  field: "imagePipeline",
  listField: "imagePipelineList",
  filters: [
    "description",
    "distributionConfigurationArn",
    "imageRecipeArn",
    "infrastructureConfigurationArn",
    "name",
    "status",
  ],
  arn: ({ input, place }) => formatArn(place, "image-pipeline", arnName(text(input, "name"))),
  create: pipeline,
  update: pipeline,
  summary: (resource) => resource,
};

export const imagePipelineOperations: Record<string, Handler> = {
  ...operationsOf(resourceType),
  StartImagePipelineExecution: async (call) => {
    const source = named(call, "imagePipelineArn");
    requireNoBuild(call, source);
    const imageBuildVersionArn = await startBuild(call, source, source.arn);
    return { clientToken: call.input.clientToken, imageBuildVersionArn };
  },
};

/** Refuses a build while another build of the pipeline runs. Source: readme of AWS's sample for the lifecycle of images. */
function requireNoBuild({ store, builds }: Call, { arn }: Resource): void {
  const running = store.list("image").find((image) => image.sourcePipelineArn === arn && builds.isRunning(image.arn));
  if (running !== undefined)
    throw new ApiError("ResourceInUseException", `The image pipeline '${arn}' is building '${running.arn}'.`);
}

function pipeline(call: Call): Fields {
  const { input, now, store } = call;
  checkBuild(call);
  const schedule = input.schedule as Fields | undefined;
  if (schedule !== undefined) checkSchedule(schedule);
  const status = input.status ?? "ENABLED";
  const recipe = store.resolve(text(input, "imageRecipeArn") || text(input, "containerRecipeArn"));
  return {
    platform: recipe?.platform,
    status,
    ...buildDefaults(input),
    schedule: schedule && {
      timezone: "UTC",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      ...schedule,
    },
    dateNextRun: schedule && status === "ENABLED" ? nextRun(schedule, now)?.toISOString() : undefined,
    // Pipelines are the only resources that have this field from the start.
    dateUpdated: now.toISOString(),
  };
}
