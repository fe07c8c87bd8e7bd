/** `0 4 ? * SUN *` of `cron(0 4 ? * SUN *)`, as people read it. */
export function withoutCron(expression: string): string {
  return expression.replace(/^cron\((.*)\)$/, "$1");
}

/** The parts of a moment as a clock in a time zone shows them, each as text. @param more how the day is written */
export function dateParts(date: Date, timeZone: string, more: Intl.DateTimeFormatOptions) {
  const format = { weekday: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, ...format, ...more }).formatToParts(date);
  return (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? "";
}
