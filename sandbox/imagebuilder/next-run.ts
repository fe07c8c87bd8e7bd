import { Cron } from "croner";

/**
 * When a schedule fires next.
 *
 * @param expression `cron(minutes hours day-of-month month day-of-week year)`, as the API takes it
 * @throws Error that says what is wrong with it
 */
export function nextRun(expression: string, timezone: string, now: Date): Date | undefined {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6)
    throw new Error(`'${expression}' is not of the form cron(minutes hours day-of-month month day-of-week year).`);
  const days = [fields[2], fields[4]];
  if (days.filter((day) => day === "?").length !== 1)
    throw new Error(`'${expression}': exactly one of day-of-month and day-of-week must be '?'.`);
  // Seconds first; `?` is "any" here, and weekdays count from 1 for Sunday.
  const pattern = ["0", ...fields.map((field) => (field === "?" ? "*" : field))].join(" ");
  return new Cron(pattern, { timezone, paused: true, alternativeWeekdays: true }).nextRun(now) ?? undefined;
}
