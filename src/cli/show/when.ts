import { nextRuns } from "../../schedules/cron";

export interface Clock {
  readonly now: Date;
  /** IANA name of the zone of whoever looks. */
  readonly timezone: string;
}

export interface Runs {
  /** How many runs are listed at most. */
  readonly count: number;
}

/** The next runs of a schedule, one a line: in its own zone, and in the reader's where that is another. */
export function nextRunLines(
  { expression, timezone }: { readonly expression: string; readonly timezone: string },
  clock: Clock,
  { count }: Runs = { count: 3 },
): string[] {
  const cron = expression.replace(/^cron\((.*)\)$/, "$1");
  const runs = nextRuns(cron, timezone, clock.now, count);
  if (runs === undefined) return ["(not calculated here: a day counted back from the end of a month)"];
  if (runs.length === 0) return ["never again"];
  return runs.map((run) => {
    const named = `${written(run, timezone)} ${timezone}`;
    return timezone === clock.timezone ? named : `${named}, here ${written(run, clock.timezone)}`;
  });
}

/** `Sun 2026-11-29 04:00` */
function written(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("weekday")} ${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}
