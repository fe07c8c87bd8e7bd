import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, named, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { checkSchedule, nextRun } from "../schedule";
import { buildDefaults, checkBuild, makeImage } from "./build";

const kind: CreatableKind = {
  type: "image-pipeline",
  noun: "ImagePipeline",
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
};

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
    // Of all kinds, a pipeline alone has this from the start.
    dateUpdated: now.toISOString(),
  };
}
