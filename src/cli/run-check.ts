import type { Platform } from "../aws/platform";
import { type Format, type FormatContext } from "../problems/formats/format";
import { type FormatName, formats } from "../problems/formats/formats";
import { printable } from "../problems/printable";
import { type Problem, type Severity, sortProblems } from "../problems/problem";
import type { Rule } from "../problems/rule";
import type { CheckedFiles } from "./check-files";

export interface CheckArguments {
  /** Files to check; none means the whole project. */
  readonly files: readonly string[];
  readonly format: FormatName;
  /** Most warnings with which the check still succeeds. */
  readonly maxWarnings: number;
  /** Platform of the component documents among the files. Default: derived from their content. */
  readonly platform?: Platform;
}

/** The checks that {@link runCheck} can run. */
export interface Checks {
  readonly project: () => Promise<readonly Problem[]>;
  readonly files: (files: readonly string[], platform: Platform | undefined) => Promise<CheckedFiles>;
}

export interface CheckOutput extends Omit<FormatContext, "rules"> {
  /** Writes results. */
  readonly out: (text: string) => void;
  /** Returns rules, including at least those that reported the problems. Called only if there is a problem to print. */
  readonly rulesOf: (problems: readonly Problem[]) => Promise<readonly Rule[]>;
}

/**
 * Checks the files or the project, and prints the problems.
 *
 * @returns the exit code: 1 if there is an error or more than `maxWarnings` warnings, else 0; notes do not count
 */
export async function runCheck(
  { files, format, maxWarnings, platform }: CheckArguments,
  checks: Checks,
  output: CheckOutput,
): Promise<0 | 1> {
  const { problems: found, checked } =
    files.length > 0 ? await checks.files(files, platform) : { problems: await checks.project(), checked: [] };
  const problems = sortProblems(found);
  const print: Format = formats[format];
  if (format === "human") for (const line of checked) output.out(`${printable(line)}\n`);
  if (format === "human" && checked.length > 0 && problems.length > 0) output.out("\n");
  output.out(print(problems, { ...output, rules: problems.length === 0 ? [] : await output.rulesOf(problems) }));
  const amount = (each: Severity): number => problems.filter(({ severity }) => severity === each).length;
  return amount("error") > 0 || amount("warning") > maxWarnings ? 1 : 0;
}
