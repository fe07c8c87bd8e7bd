import Table from "cli-table3";

import { resourceOf } from "../../aws/arn";
import { spaced } from "../../collections/spaced";
import { withoutCron } from "../../schedules/written";
import type { Existing } from "./what-exists";

/** Returns three tables of what exists. They fit into 80 columns if the names are short. */
export function tables({ components, recipes, pipelines }: Existing): string {
  return [
    table(
      ["Component", "Version", "Platform", "Type"],
      components.map(({ name, version, platform, type }) => [name, version, platform, type.toLowerCase()]),
    ),
    table(
      ["Image recipe", "Version", "Parent"],
      recipes.map(({ name, arn, parentImage }) => [name, arn.slice(arn.lastIndexOf("/") + 1), resourceOf(parentImage)]),
    ),
    table(
      ["Image pipeline", "Cron, time zone", "Starts", "Next run, UTC"],
      pipelines.map(({ name, schedule, dateNextRun }) => [
        name,
        schedule?.scheduleExpression === undefined
          ? "manual"
          : spaced(withoutCron(schedule.scheduleExpression), schedule.timezone),
        schedule === undefined ? "by hand" : whenItStarts(schedule.pipelineExecutionStartCondition),
        dateNextRun?.slice(0, "2026-11-29T04:00".length).replace("T", " ") ?? "-",
      ]),
    ),
  ].join("\n");
}

function table(head: string[], rows: readonly string[][]): string {
  const made = new Table({ head, style: { head: [], border: [], compact: true } });
  made.push(...[...rows].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  return made.toString();
}

function whenItStarts(condition: string | undefined): string {
  return condition === "EXPRESSION_MATCH_ONLY" ? "always" : "on updates";
}
