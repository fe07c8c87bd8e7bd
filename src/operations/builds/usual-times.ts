import type { Connection } from "../aws/connection";
import { orElse } from "../aws/exists";
import type { BuildSummary } from "../images/find-builds";
import { durationOf, stepRuns } from "./step-run";

/** Returns the duration of each step in the newest successful build, in milliseconds, by step name; empty if there is no such build. */
export async function usualTimes(
  connection: Connection,
  builds: readonly BuildSummary[],
): Promise<ReadonlyMap<string, number>> {
  const last = builds.find(({ status }) => status === "AVAILABLE");
  if (last === undefined) return new Map();
  // The times are only estimates, so a failed request is no reason to fail.
  const steps = await orElse(stepRuns(connection, last.arn), []);
  return new Map(
    steps.flatMap((step) => {
      const took = step.end === undefined ? undefined : durationOf(step, step.end);
      return took === undefined ? [] : [[step.name, took] as const];
    }),
  );
}
