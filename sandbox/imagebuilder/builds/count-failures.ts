import { type Fields, text } from "../fields";
import type { EndedBuild } from "./site";

/** Number of consecutive failures of scheduled runs that are allowed by default. Source: API type AutoDisablePolicy. */
const byDefault = 5;

/**
 * Counts the consecutive failures of a pipeline's scheduled runs, and disables the pipeline at its limit. A success resets the count.
 *
 * Sources: API type AutoDisablePolicy; User Guide, EventBridge, where the count is text.
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
