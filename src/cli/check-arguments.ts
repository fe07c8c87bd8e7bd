import { parseArgs } from "node:util";

import { type Platform, platforms } from "../documents/component-document";
import { type FormatName, formatNames } from "../problems/formats/formats";
import { listOf, writeOneOf } from "../problems/suggest";
import { UsageError } from "./usage-error";

export interface CheckArguments {
  /** Documents to check; none means the whole project. */
  readonly files: readonly string[];
  readonly format: FormatName;
  /** More warnings than these fail the check. */
  readonly maxWarnings: number;
  /** The platform of the component documents among the files; told by their content where it is not given. */
  readonly platform: Platform | undefined;
  /** The project folder; the current one where it is not given. */
  readonly project: string | undefined;
  readonly help: boolean;
}

export const checkUsage = `Checks the whole project, or the component and workflow documents that are named.

  npm run check -- [--project FOLDER] [--format FORMAT] [--max-warnings N] [--platform PLATFORM] [FILE…]

  --project       the folder that holds images/, environments/ and the rest; without it the current one
  --format        human (the default), json, github for annotations in a pull request, sarif for code scanning
  --max-warnings  fail on more warnings than these too; without it warnings never fail; notes never do
  --platform      Linux, Windows or macOS: check that component documents fit it

Exit code: 0, or 1 where there are errors, too many warnings, or wrong arguments.`;

/**
 * @param argv the arguments after the name of the command
 * @throws UsageError where an argument is wrong
 */
export function parseCheckArguments(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parse(argv);
  return {
    files: positionals,
    format: oneOf("format", values.format, formatNames) ?? "human",
    maxWarnings: wholeNumber("max-warnings", values["max-warnings"]) ?? Infinity,
    platform: oneOf("platform", values.platform, platforms),
    project: values.project,
    help: values.help ?? false,
  };
}

const options = {
  format: { type: "string" },
  "max-warnings": { type: "string" },
  platform: { type: "string" },
  project: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const optionNames = Object.keys(options).map((name) => `--${name}`);

function parse(argv: readonly string[]) {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name))
      throw new UsageError(`unknown option "${token.rawName}"; ${writeOneOf(token.rawName, optionNames)}`);
    if (token.value === undefined && token.name !== "help") throw new UsageError(`"--${token.name}" needs a value`);
  }
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}

/** Case does not count, so that `--platform linux` says what it means. */
function oneOf<T extends string>(option: string, got: string | undefined, allowed: readonly T[]): T | undefined {
  if (got === undefined) return undefined;
  const found = allowed.find((value) => value.toLowerCase() === got.toLowerCase());
  if (found === undefined) throw new UsageError(`--${option} is "${got}"; it must be one of ${listOf(allowed)}`);
  return found;
}

function wholeNumber(option: string, got: string | undefined): number | undefined {
  if (got === undefined) return undefined;
  if (!/^\d{1,9}$/.test(got)) throw new UsageError(`--${option} is "${got}"; it must be a whole number from 0 up`);
  return Number(got);
}
