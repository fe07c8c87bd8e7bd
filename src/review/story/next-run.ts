import { nextRuns } from "../../schedules/cron";
import { dateParts, withoutCron } from "../../schedules/written";
import { at, textAt, UNKNOWN, type Value } from "../plan/value";

/** Returns the next run of a pipeline in words. `now` is an argument so that the same plan always gives the same report. */
export function nextRunInWords(pipeline: Value, now: Date): string {
  const schedule = scheduleOf(pipeline);
  if (schedule === "known after apply") return `next run ${schedule}`;
  if (schedule === undefined) return "runs only when somebody starts it";
  const { cron, timezone, onUpdates } = schedule;
  if (textAt(pipeline, "status") === "DISABLED") return `disabled: ${cron} ${timezone} is not followed`;
  const condition = onUpdates ? ", if there are updates" : "";
  const run = firstRun(cron, timezone, now);
  return run === undefined ? `runs at ${cron} ${timezone}${condition}` : `next run ${run} ${timezone}${condition}`;
}

interface Schedule {
  readonly cron: string;
  readonly timezone: string;
  readonly onUpdates: boolean;
}

/** Returns the schedule of a pipeline; undefined if it has none. */
export function scheduleOf(pipeline: Value): Schedule | "known after apply" | undefined {
  const schedule = at(pipeline, "schedule", 0);
  if (at(schedule, "schedule_expression") === UNKNOWN) return "known after apply";
  const expression = textAt(schedule, "schedule_expression");
  if (expression === undefined) return undefined;
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
