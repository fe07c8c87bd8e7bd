/** Returns the expression without its wrapper: `0 4 ? * SUN *` for `cron(0 4 ? * SUN *)`. */
export function withoutCron(expression: string): string {
  return expression.replace(/^cron\((.*)\)$/, "$1");
}

/**
 * Returns a function for the parts of a date in a time zone, each as text.
 *
 * @param more format options for the day
 */
export function dateParts(date: Date, timeZone: string, more: Intl.DateTimeFormatOptions) {
  const format = { weekday: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, ...format, ...more }).formatToParts(date);
  return (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? "";
}
