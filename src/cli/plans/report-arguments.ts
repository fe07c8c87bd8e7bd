import { type Command, Option, type OptionValues } from "@commander-js/extra-typings";

import { writeOneOf } from "../../problems/suggest";
import { oneOf } from "../option-values";
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

const formatOption = new Option("--format <format>", "text, markdown (a comment on a pull request), html or json")
  .argParser(oneOf(reportFormats))
  .default("text" as const);

const outOption = new Option("--out <file>", "file of the report (default: standard output)");

export const acceptOption = new Option(
  "--accept <codes>",
  "codes of findings to accept, separated by commas; see docs/review-rules.md",
)
  // A pipeline passes what a review has told it, which is nothing where all is well.
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

/** A command with the options of all that report on a plan, and what their exit codes mean. */
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

/** @throws UsageError where a code that is accepted is not one of a review */
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

/** @throws UsageError where a code is not one of a review */
export async function checkAccepted(accepted: readonly string[]): Promise<void> {
  const { allReviewRules } = await import("../../review/judgement/all-review-rules");
  const known = allReviewRules.map(({ code }) => code);
  for (const code of accepted)
    if (!known.includes(code))
      throw new UsageError(`--accept names "${code}", which is not a code; ${writeOneOf(code, known)}`);
}
