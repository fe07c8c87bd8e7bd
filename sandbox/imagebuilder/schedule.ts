import { cronFaults, nextRuns } from "../../src/schedules/cron";
import { invalidValue } from "./api-error";
import { type Fields, text } from "./fields";
import { cronTooShort } from "./words-of-aws";

/**
 * Checks the schedule of a pipeline.
 *
 * @throws ApiError if the service would refuse the schedule
 */
export function checkSchedule(schedule: Fields): void {
  const expression = text(schedule, "scheduleExpression");
  const fault = /^cron\(.*\)$/.test(expression)
    ? cronFaults(cronOf(schedule))[0]?.message
    : `"${expression}" is not of the form cron(...)`;
  const fields = cronOf(schedule).trim();
  if (fault !== undefined && fields.split(/\s+/).length < 6 && expression.startsWith("cron("))
    throw cronTooShort(fields);
  if (fault !== undefined)
    throw invalidValue("schedule.scheduleExpression", `Invalid schedule expression. Details: ${fault}.`);
  const timezone = text(schedule, "timezone");
  if (timezone !== "" && !isTimezone(timezone))
    throw invalidValue("schedule.timezone", `'${timezone}' is not a time zone.`);
}

/** Returns the next run of a valid schedule; undefined if there is none, or if it cannot be calculated here (`L-3`). */
export function nextRun(schedule: Fields, now: Date): Date | undefined {
  return nextRuns(cronOf(schedule), text(schedule, "timezone") || "UTC", now, 1)?.[0];
}

function cronOf(schedule: Fields): string {
  return text(schedule, "scheduleExpression").slice("cron(".length, -")".length);
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
