import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

import { listOf } from "../problems/suggest";

/** The option `--project`, which all commands have. */
export const projectOption = new Option("--project <folder>", "the project folder (default: the current folder)");

/** Creates the option `--format` of commands that only read. */
export const formatOption = () =>
  new Option("--format <format>", "text, or json for other programs")
    .argParser(oneOf(["text", "json"] as const))
    .default("text" as const);

/** Creates a parser that accepts one of the `allowed` values in any letter case and returns it as `allowed` has it. */
export function oneOf<T extends string>(
  allowed: readonly T[],
): ((given: string) => T) & { readonly allowed: readonly T[] } {
  const parse = (given: string): T => {
    const found = allowed.find((value) => value.toLowerCase() === given.toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`It must be one of ${listOf(allowed)}.`);
    return found;
  };
  // Shell completion reads `allowed`.
  return Object.assign(parse, { allowed });
}

/** Creates a parser for a whole number from `min` to `max`, inclusive. */
export function wholeNumber(min: number, max: number): (given: string) => number {
  return (given) => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (!(value >= min && value <= max))
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    return value;
  };
}

/** Parses a Terraform platform, such as `darwin_arm64`, and appends it to `before`. */
export function terraformPlatform(given: string, before: readonly string[] = []): readonly string[] {
  if (!/^[a-z0-9]+_[a-z0-9]+$/.test(given))
    throw new InvalidArgumentError("It must be an operating system and an architecture, such as darwin_arm64.");
  return [...before, given];
}

/** Parses an AWS account ID of 12 digits. */
export function accountId(given: string): string {
  if (!/^\d{12}$/.test(given)) throw new InvalidArgumentError("It must be 12 digits.");
  return given;
}

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Parses a time span such as `90s`, `45m` or `2h`. Returns milliseconds. */
export function timeSpan(given: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smh])$/.exec(given) ?? [];
  const milliseconds = Number(count) * (units[unit] ?? Number.NaN);
  if (!(milliseconds > 0)) throw new InvalidArgumentError("It must be a time such as 90s, 45m or 2h.");
  return milliseconds;
}
