/**
 * How builds progress. A number: automatically, with this many milliseconds between two moments. `at-once`: completely, before the call
 * that starts them is answered. `by-hand`: only by control calls.
 */
export type Pace = number | "at-once" | "by-hand";

/** Milliseconds between two moments. An image with a few components is finished in a second or two. */
export const DEFAULT_PACE: Pace = 10;

/**
 * Parses a pace from a control call.
 *
 * @throws Error with a message for the user if the value is invalid
 */
export function paceFrom(value: unknown): Pace {
  if (value === "at-once" || value === "by-hand") return value;
  if (Number.isInteger(value) && (value as number) >= 0) return value as number;
  throw new Error(`pace ${JSON.stringify(value)}: write "at-once", "by-hand", or the milliseconds of a moment`);
}
