import { Cron } from "croner";

import { counted } from "../collections/counted";
import { nearest } from "../problems/suggest";

/** A fault in a cron expression, with a suggestion for a fix. */
export interface CronFault {
  readonly message: string;
  readonly fix: string;
}

interface Field {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Names in order. The first one is equivalent to `min`. */
  readonly names?: readonly string[];
  /** Matches additional forms of this field, besides numbers, ranges, steps and lists. */
  readonly special?: RegExp;
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The fields of a cron expression, in order. Source: Image Builder User Guide, "Use cron expressions". */
const fields: readonly Field[] = [
  { label: "minutes", min: 0, max: 59 },
  { label: "hours", min: 0, max: 23 },
  { label: "day of month", min: 1, max: 31, special: /^(L|LW|WL|L-([1-9]|[12]\d|30)|([1-9]|0[1-9]|[12]\d|3[01])W)$/i },
  { label: "month", min: 1, max: 12, names: months },
  {
    label: "day of week",
    min: 1,
    max: 7,
    names: weekdays,
    special: /^(L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/i,
  },
  { label: "year", min: 1970, max: 2199 },
];

const example = "e.g. 0 4 ? * SUN * for Sundays at 4:00";

/** Returns everything that Image Builder would reject in a cron expression in the user's notation (without `cron(…)`). */
export function cronFaults(cron: string): CronFault[] {
  const [, wrapped] = /^\s*cron\((.*)\)\s*$/i.exec(cron) ?? [];
  if (wrapped !== undefined)
    return [
      {
        message: `"${cron}" holds the six fields in cron(…), which is added by itself`,
        fix: `write ${wrapped}`,
      },
    ];
  if (/^\s*rate\b/i.test(cron))
    return [
      {
        message: `"${cron}" is a rate; Image Builder takes only cron expressions`,
        fix: `write six fields, ${example}`,
      },
    ];
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    const fix = `write minutes hours day-of-month month day-of-week year, ${example}`;
    return [{ message: `"${cron}" has ${counted(parts.length, "field")}, expected 6`, fix }];
  }
  const faults = fields.flatMap((field, index) => fieldFaults(field, parts[index] ?? ""));
  const [, , day, , weekday] = parts;
  if ((day === "?") === (weekday === "?")) {
    const message =
      day === "?"
        ? `"${cron}" has "?" for both days, and one of them has to be given`
        : `"${cron}" gives both day of month "${day}" and day of week "${weekday}", and one of them has to be "?"`;
    faults.push({ message, fix: dayFix(parts) });
  }
  return faults;
}

/** Returns a fix: the expression with `?` for the day that was most likely not intended. */
function dayFix(parts: readonly string[]): string {
  const [minutes, hours, day = "*", month, weekday = "*", year] = parts;
  const days = day === "?" ? ["*", "?"] : weekday === "*" ? [day, "?"] : ["?", weekday];
  return `write ${[minutes, hours, days[0], month, days[1], year].join(" ")}`;
}

function fieldFaults(field: Field, text: string): CronFault[] {
  const isDay = field.special !== undefined;
  if (text === "*" || (isDay && text === "?")) return [];
  return text.split(",").flatMap((item) => {
    if (field.special?.test(item) === true) return [];
    const fault = itemFault(field, item);
    return fault === undefined ? [] : [fault];
  });
}

function itemFault(field: Field, item: string): CronFault | undefined {
  const [range = "", step, ...rest] = item.split("/");
  const refuse = (why: string): CronFault => ({
    message: `${field.label} "${item}" in the cron expression ${why}`,
    fix: `write ${allowed(field, item)}`,
  });
  if (rest.length > 0) return refuse("has two steps");
  if (step !== undefined && !(/^\d+$/.test(step) && Number(step) >= 1 && Number(step) <= field.max))
    return refuse(`has the step "${step}", allowed are 1 to ${field.max}`);
  if (range === "*") return undefined;
  const ends = range.split("-");
  const [first, last] = ends.map((end) => numberOf(field, end));
  if (ends.length > 2 || first === undefined || (ends.length === 2 && last === undefined))
    return refuse(`is not allowed`);
  // Ranges of weekdays or hours may wrap around (FRI-MON), but ranges of years may not.
  if (field.min === 1970 && last !== undefined && first > last) return refuse("runs backwards");
  return undefined;
}

function numberOf({ min, max, names }: Field, text: string): number | undefined {
  const index = names?.indexOf(text.toUpperCase()) ?? -1;
  if (index >= 0) return min + index;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
}

function allowed({ min, max, names = [], special }: Field, item: string): string {
  const near = /[A-Za-z]/.test(item) ? nearest(item, names) : undefined;
  if (near !== undefined) return `${near}, if that is what was meant`;
  const alternatives = [`${min} to ${max}`];
  if (names.length > 0) alternatives.push(`${names[0]} to ${names.at(-1)}`);
  if (special !== undefined) alternatives.push(min === 1 && max === 31 ? "L, LW, 15W" : "6L, MON#1", "?");
  return `${alternatives.join(", ")}, or *, with - , and /`;
}

/**
 * Returns the next `count` times after `from` that match a valid expression in `timezone`; fewer if there are no more. Returns undefined
 * for days counted back from the end of a month (`L-3`), which cannot be calculated here.
 */
export function nextRuns(cron: string, timezone: string, from: Date, count: number): Date[] | undefined {
  const parts = cron.trim().split(/\s+/);
  const [, , day = ""] = parts;
  if (/^L-/i.test(day)) return undefined;
  const pattern = fields.map((field, index) => plainField(field, parts[index] ?? "*"));
  return new Cron(`0 ${pattern.join(" ")}`, {
    // The first use of the library for time zones takes as long as parsing ten definitions.
    ...(utc.test(timezone) ? { utcOffset: 0 } : { timezone }),
    mode: "7-part",
    alternativeWeekdays: true,
    domAndDow: true,
  }).nextRuns(count, from);
}

const utc = /^(Etc\/)?UTC$/;

/** Rewrites a field for the calendar library, which does not support names, open steps (`5/15`) and ranges that wrap around. */
function plainField(field: Field, text: string): string {
  if (text === "?") return "*";
  return text
    .split(",")
    .map((item) => {
      if (field.special?.test(item) === true) return field.max === 7 ? plainWeekday(field, item) : item.toUpperCase();
      const [range = "", step] = item.split("/");
      const suffix = step === undefined ? "" : `/${step}`;
      if (range === "*") return `*${suffix}`;
      const [first = field.min, last] = range.split("-").map((end) => numberOf(field, end));
      if (last === undefined) return step === undefined ? String(first) : `${first}-${field.max}${suffix}`;
      return first <= last
        ? `${first}-${last}${suffix}`
        : wrappedRange(field, first, last, Number(step ?? 1)).join(",");
    })
    .join(",");
}

function wrappedRange({ min, max }: Field, first: number, last: number, step: number): number[] {
  const size = max - min + 1;
  const count = Math.floor((last + size - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => ((first - min + index * step) % size) + min);
}

/** Rewrites a day of the week for the calendar library. `L` alone is the last day of the week, Saturday. */
function plainWeekday(field: Field, item: string): string {
  if (item.toUpperCase() === "L") return String(field.max);
  return item.toUpperCase().replace(/^[A-Z]{3}/, (name) => String(numberOf(field, name)));
}
