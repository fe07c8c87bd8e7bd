import { nextRuns } from "../../schedules/cron";
import { dateParts, withoutCron } from "../../schedules/written";
import { at, isEmpty, listAt, textAt, UNKNOWN, type Value } from "../plan/value";

/** Time of the review. */
export interface Clock {
  readonly now: Date;
}

/** Returns the next run of a pipeline in words. `now` is an argument so that the same plan always gives the same report. */
export function nextRunInWords(pipeline: Value, { now }: Clock): string {
  const schedule = scheduleOf(pipeline);
  if (at(pipeline, "schedule") === UNKNOWN) return "next run known after apply";
  if (schedule === undefined) return "runs only when somebody starts it";
  const { cron, timezone, onUpdates } = schedule;
  if (textAt(pipeline, "status") === "DISABLED") return `disabled: ${cron} ${timezone} is not followed`;
  const condition = onUpdates ? ", if there are updates" : "";
  const run = firstRun(cron, timezone, now);
  return run === undefined ? `runs at ${cron} ${timezone}${condition}` : `next run ${run} ${timezone}${condition}`;
}

/** Returns the schedule of a pipeline, or undefined. */
export function scheduleOf(
  pipeline: Value,
): { readonly cron: string; readonly timezone: string; readonly onUpdates: boolean } | undefined {
  const schedule = listAt(pipeline, "schedule")[0] ?? null;
  const expression = textAt(schedule, "schedule_expression");
  if (isEmpty(schedule) || expression === undefined) return undefined;
  return {
    cron: withoutCron(expression),
    timezone: textAt(schedule, "timezone") ?? "UTC",
    // Default of the start condition. Source: Image Builder API Reference, Schedule.
    onUpdates: textAt(schedule, "pipeline_execution_start_condition") !== "EXPRESSION_MATCH_ONLY",
  };
}

/**
 * Returns the first run, such as `Sun 29 Nov 2026 06:00`; undefined if it cannot be calculated, for example if the expression is not a cron
 * expression.
 */
function firstRun(cron: string, timezone: string, now: Date): string | undefined {
  try {
    const [run] = nextRuns(cron, timezone, now, 1) ?? [];
    if (run === undefined) return undefined;
    const part = dateParts(run, timezone, { month: "short", day: "numeric" });
    return `${part("weekday")} ${part("day")} ${part("month").slice(0, 3)} ${part("year")} ${part("hour")}:${part("minute")}`;
  } catch {
    return undefined;
  }
}
