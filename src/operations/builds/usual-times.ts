import type { Connection } from "../aws/connection";
import { orElse } from "../aws/exists";
import type { BuildSummary } from "../images/find-builds";
import { durationOf, stepRuns } from "./step-run";

/** How long each step took in the newest build that succeeded, by its name; empty where nothing is known. */
export async function usualTimes(
  connection: Connection,
  builds: readonly BuildSummary[],
): Promise<ReadonlyMap<string, number>> {
  const last = builds.find(({ status }) => status === "AVAILABLE");
  if (last === undefined) return new Map();
  // An estimate is no reason to fail.
  const steps = await orElse(stepRuns(connection, last.arn), []);
  return new Map(
    steps.flatMap((step) => {
      const took = step.end === undefined ? undefined : durationOf(step, step.end);
      return took === undefined ? [] : [[step.name, took] as const];
    }),
  );
}
