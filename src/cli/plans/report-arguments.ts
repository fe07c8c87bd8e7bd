import { parseArgs, type ParseArgsConfig } from "node:util";

import { listOf, writeOneOf } from "../../problems/suggest";
import { allReviewRules } from "../../review/judgement/all-review-rules";
import { UsageError } from "../usage-error";

export const reportFormats = ["text", "markdown", "html", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What every command that reports on a plan takes. */
export interface ReportArguments {
  readonly format: ReportFormat;
  /** File of the report; standard output where it is not given. */
  readonly out?: string;
  readonly accepted: readonly string[];
  readonly showUserData: boolean;
}

export const reportOptions = {
  format: { type: "string" },
  out: { type: "string" },
  accept: { type: "string", multiple: true },
  "show-user-data": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export const reportUsage = `  --format          text (the default), markdown for a comment on a pull request, html for a page of its own, json
  --out             file of the report; without it standard output
  --accept          codes of findings that are meant, with commas; docs/review-rules.md lists them
  --show-user-data  show user data, which is hidden as if it were sensitive

Exit code: 0 nothing changes, 2 something does, 3 something of class attention or destructive is not accepted, 1 it failed.`;

/**
 * Reads arguments, and refuses those that nobody knows.
 *
 * @throws UsageError where an argument is wrong
 */
export function parseOptions<T extends NonNullable<ParseArgsConfig["options"]>>(argv: readonly string[], options: T) {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const names = Object.keys(options).map((name) => `--${name}`);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined)
      throw new UsageError(`unknown option "${token.rawName}"; ${writeOneOf(token.rawName, names)}`);
    if (option.type === "string" && token.value === undefined) throw new UsageError(`"--${token.name}" needs a value`);
  }
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}

export function reportArguments(values: {
  readonly format?: string;
  readonly out?: string;
  readonly accept?: readonly string[];
  readonly "show-user-data"?: boolean;
}): ReportArguments {
  const format = reportFormats.find((each) => each === (values.format ?? "text").toLowerCase());
  if (format === undefined)
    throw new UsageError(`--format is "${values.format ?? ""}"; it must be one of ${listOf(reportFormats)}`);
  const accepted = (values.accept ?? [])
    .flatMap((codes) => codes.split(",").map((code) => code.trim()))
    .filter((code) => code !== "");
  const known = allReviewRules.map(({ code }) => code);
  for (const code of accepted)
    if (!known.includes(code))
      throw new UsageError(`--accept names "${code}", which is no code; ${writeOneOf(code, known)}`);
  return { format, out: values.out, accepted, showUserData: values["show-user-data"] === true };
}
