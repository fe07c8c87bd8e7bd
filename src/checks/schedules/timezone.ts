import { didYouMean } from "../../problems/suggest";

const timezones = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", ...Intl.supportedValuesOf("timeZone")];

/**
 * Checks whether a name is a time zone. Aliases that `Intl` accepts but does not list (Asia/Kolkata, US/Eastern) are included. Letter case
 * counts for AWS.
 */
export function isTimezone(name: string): boolean {
  if (timezones.includes(name)) return true;
  if (!/^[a-zA-Z0-9]{2,}(\/[a-zA-Z0-9-_+]+)*$/.test(name)) return false;
  if (timezones.some((known) => known.toLowerCase() === name.toLowerCase())) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns the fix for a name that is not a time zone. */
export function timezoneFix(name: string): string {
  return didYouMean(name, timezones, "write an IANA time zone, e.g. Europe/Berlin or Etc/UTC");
}
