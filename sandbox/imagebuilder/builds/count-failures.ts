import { type Fields, text } from "../fields";
import type { EndedBuild } from "./site";

/** Times in a row that a scheduled run may fail, where the schedule does not say. Source: API type AutoDisablePolicy. */
const byDefault = 5;

/**
 * Counts the scheduled runs of a pipeline that failed in a row, and disables it at its limit. A success ends the count.
 *
 * Sources: API type AutoDisablePolicy; User Guide, EventBridge: the count is a text there.
 */
export async function countFailures({ image, site, status }: EndedBuild): Promise<void> {
  const pipeline = site.store.get(text(image, "sourcePipelineArn"));
  if (pipeline === undefined) return;
  if (status === "AVAILABLE") {
    site.store.put({ ...pipeline, consecutiveFailures: 0 });
    return;
  }
  if (image.buildType !== "SCHEDULED") return;
  const consecutiveFailures = Number(pipeline.consecutiveFailures ?? 0) + 1;
  const policy = (pipeline.schedule as Fields | undefined)?.autoDisablePolicy as Fields | undefined;
  const isDisabled = consecutiveFailures >= Number(policy?.failureCount ?? byDefault);
  site.store.put({
    ...pipeline,
    consecutiveFailures,
    ...(isDisabled ? { status: "DISABLED", dateNextRun: undefined } : {}),
  });
  if (!isDisabled) return;
  await site.world.sendEvent(
    site.place.region,
    "EC2 Image Builder Image Pipeline Automatically Disabled",
    pipeline.arn,
    { "consecutive-failures": String(consecutiveFailures) },
  );
}
