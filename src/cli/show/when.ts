import { nextRuns } from "../../schedules/cron";
import { dateParts, withoutCron } from "../../schedules/written";

/** When, and where, something is shown. */
export interface Moment {
  readonly now: Date;
  /** IANA time zone of the user. */
  readonly timezone: string;
}

/** Returns the next runs of a schedule, at most `count`, one line each: in its own time zone, and in that of the user if it differs. */
export function nextRunLines(
  { expression, timezone }: { readonly expression: string; readonly timezone: string },
  moment: Moment,
  count = 3,
): string[] {
  const cron = withoutCron(expression);
  const runs = nextRuns(cron, timezone, moment.now, count);
  if (runs === undefined) return ["(not calculated here: a day counted back from the end of a month)"];
  if (runs.length === 0) return ["never again"];
  return runs.map((run) => {
    const named = `${written(run, timezone)} ${timezone}`;
    return timezone === moment.timezone ? named : `${named}, here ${written(run, moment.timezone)}`;
  });
}

/** Formats a date as `Sun 2026-11-29 04:00`. */
function written(date: Date, timeZone: string): string {
  const part = dateParts(date, timeZone, { month: "2-digit", day: "2-digit" });
  return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}
