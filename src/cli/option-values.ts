import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

import { listOf } from "../problems/suggest";

/** `--project`, as all commands have it. */
export const projectOption = new Option("--project <folder>", "the project folder (default: the current folder)");

/** Reads one of `allowed`. Case does not count: `--platform linux` says what it means. */
export function oneOf<T extends string>(allowed: readonly T[]): (given: string) => T {
  return (given) => {
    const found = allowed.find((value) => value.toLowerCase() === given.toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`It must be one of ${listOf(allowed)}.`);
    return found;
  };
}

/** Reads a whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): (given: string) => number {
  return (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (!(value >= min && value <= max))
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    return value;
  };
}

/** Reads an AWS account ID. */
export function accountId(given: string): string {
  if (!/^\d{12}$/.test(given)) throw new InvalidArgumentError("It must be 12 digits.");
  return given;
}
