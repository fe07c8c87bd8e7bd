/**
 * How builds go on: on their own, with so many milliseconds between two moments; `at-once`, to their end before the call that starts them is
 * answered; `by-hand`, by a control call alone.
 */
export type Pace = number | "at-once" | "by-hand";

/** An image of a few components is there in a second or two. */
export const DEFAULT_PACE: Pace = 10;

/** @throws Error whose message is for the user */
export function paceFrom(value: unknown): Pace {
  if (value === "at-once" || value === "by-hand") return value;
  if (Number.isInteger(value) && (value as number) >= 0) return value as number;
  throw new Error(`pace ${JSON.stringify(value)}: write "at-once", "by-hand", or the milliseconds of a moment`);
}
