import { type Command, Option, type OptionValues } from "@commander-js/extra-typings";

import { writeOneOf } from "../../problems/suggest";
import { oneOf } from "../option-values";
import { UsageError } from "../usage-error";

export const reportFormats = ["text", "markdown", "html", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Arguments of all commands that report on a plan. */
export interface ReportArguments {
  readonly format: ReportFormat;
  /** File of the report. Default: standard output. */
  readonly out?: string;
  readonly accepted: readonly string[];
  readonly showUserData: boolean;
}

const formatOption = new Option("--format <format>", "text, markdown (a comment on a pull request), html or json")
  .argParser(oneOf(reportFormats))
  .default("text" as const);

const outOption = new Option("--out <file>", "file of the report (default: standard output)");

export const acceptOption = new Option(
  "--accept <codes>",
  "codes of findings to accept, separated by commas; see docs/review-rules.md",
)
  // A pipeline passes the codes that a review has printed, which can be none.
  .argParser((given: string, before: string[]): string[] => [
    ...before,
    ...given
      .split(",")
      .map((code) => code.trim())
      .filter((code) => code !== ""),
  ])
  .default([] as string[], "none");

export const userDataOption = new Option("--show-user-data", "show user data, which is hidden as if it were sensitive");

const exitCodes = `
Exit code: 0 if nothing changes, 2 if something changes, 3 if a finding of class
attention or destructive is not accepted, 1 if it failed or was called wrongly.`;

/** Adds the options for reports on plans to a command, and the meaning of their exit codes to its help. */
export function reporting<Arguments extends unknown[], Options extends OptionValues>(
  command: Command<Arguments, Options>,
) {
  return command
    .addOption(formatOption)
    .addOption(outOption)
    .addOption(acceptOption)
    .addOption(userDataOption)
    .addHelpText("after", exitCodes);
}

/** Checks and returns the arguments of a report. @throws UsageError if an accepted code is not the code of a review rule */
export async function reportArguments(given: {
  readonly format: ReportFormat;
  readonly out?: string;
  readonly accept: readonly string[];
  readonly showUserData?: true;
}): Promise<ReportArguments> {
  await checkAccepted(given.accept);
  const { format, out, accept: accepted, showUserData = false } = given;
  return { format, out, accepted, showUserData };
}

/** Checks the accepted codes. @throws UsageError if one is not the code of a review rule */
export async function checkAccepted(accepted: readonly string[]): Promise<void> {
  const { allReviewRules } = await import("../../review/judgement/all-review-rules");
  const known = allReviewRules.map(({ code }) => code);
  for (const code of accepted)
    if (!known.includes(code))
      throw new UsageError(`--accept names "${code}", which is not a code; ${writeOneOf(code, known)}`);
}
