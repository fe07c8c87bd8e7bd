import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";
import type { BuildSummary } from "../images/find-builds";
import { durationOf, stepRuns } from "./step-run";

/** How long each step took in the newest build that succeeded, by its name; empty where nothing is known. */
export async function usualTimes(
  connection: Connection,
  builds: readonly BuildSummary[],
): Promise<ReadonlyMap<string, number>> {
  const last = builds.find(({ status }) => status === "AVAILABLE");
  if (last === undefined) return new Map();
  try {
    const steps = await stepRuns(connection, last.arn);
    return new Map(
      steps.flatMap((step) => {
        const took = step.end === undefined ? undefined : durationOf(step, step.end);
        return took === undefined ? [] : [[step.name, took] as const];
      }),
    );
  } catch (error) {
    // An estimate is no reason to fail.
    if (troubleOf(error) === undefined) throw error;
    return new Map();
  }
}
