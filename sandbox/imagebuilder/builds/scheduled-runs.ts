import type { Call } from "../call";
import { type Fields, text } from "../fields";
import { startBuild } from "../resources/build";
import { nextRun } from "../schedule";
import type { Resource } from "../store";

/**
 * Runs the pipelines of one region that are due, once each. Logs for each pipeline why it ran or did not run. The log messages are the
 * sandbox's own.
 *
 * Sources: API type Schedule; User Guide, "Monitor with CloudWatch Logs", for group and stream of the log; AWS's sample for the lifecycle
 * of images: only scheduled runs apply imageTags.
 */
export async function runDuePipelines(call: Call): Promise<void> {
  for (const pipeline of call.store.list("image-pipeline")) {
    const { status, schedule, dateNextRun } = pipeline;
    if (status !== "ENABLED" || schedule === undefined || typeof dateNextRun !== "string") continue;
    if (Date.parse(dateNextRun) > call.now.getTime()) continue;
    call.store.put({ ...pipeline, dateNextRun: nextRun(schedule as Fields, call.now)?.toISOString() });
    const why = reasonToWait(call, pipeline);
    if (why !== undefined) await writeLog(call, pipeline, `Skipped the scheduled run: ${why}`);
    else {
      const input = { ...call.input, tags: pipeline.imageTags };
      const arn = await startBuild({ ...call, input }, pipeline, pipeline.arn, "SCHEDULED");
      await writeLog(call, pipeline, `Started the scheduled run: ${arn}`);
    }
  }
}

function reasonToWait({ store, builds }: Call, pipeline: Resource): string | undefined {
  const own = store.list("image").filter(({ sourcePipelineArn }) => sourcePipelineArn === pipeline.arn);
  if (own.some(({ arn }) => builds.isRunning(arn))) return "the run before is still under way";
  const [last] = own.map(createdAt).sort().reverse();
  const { pipelineExecutionStartCondition: condition } = pipeline.schedule as Fields;
  if (last === undefined || condition === "EXPRESSION_MATCH_ONLY") return undefined;
  const recipe = store.resolve(text(pipeline, "imageRecipeArn") || text(pipeline, "containerRecipeArn"));
  const components = (recipe?.components ?? []) as readonly Fields[];
  const dependencies = [text(recipe ?? {}, "parentImage"), ...components.map((each) => text(each, "componentArn"))];
  const isNewer = dependencies.some((arn) => store.matching(arn).some((found) => createdAt(found) > last));
  return isNewer ? undefined : "no dependency has an update";
}

/** Returns the creation time in ISO 8601, which sorts as text. */
function createdAt(resource: Resource): string {
  return text(resource, "dateCreated");
}

async function writeLog({ world, place, now }: Call, pipeline: Resource, message: string): Promise<void> {
  const logging = (pipeline.loggingConfiguration ?? {}) as Fields;
  const group = text(logging, "pipelineLogGroupName") || `/aws/imagebuilder/pipeline/${pipeline.name}`;
  const stream = now.toISOString().slice(0, 10).replaceAll("-", "/");
  await world.writeLog(place.region, group, stream, [{ timestamp: now.getTime(), message }]);
}
