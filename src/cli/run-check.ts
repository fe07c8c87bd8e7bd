import type { Platform } from "../documents/component-document";
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
  /** More warnings than this fail the check. */
  readonly maxWarnings: number;
  /** The platform of the component documents among the files; told by their content where it is not given. */
  readonly platform?: Platform;
}

export interface Checks {
  readonly project: () => Promise<readonly Problem[]>;
  readonly files: (files: readonly string[], platform: Platform | undefined) => Promise<CheckedFiles>;
}

export interface CheckOutput extends Omit<FormatContext, "rules"> {
  /** Writes results. */
  readonly out: (text: string) => void;
  /** The rules that reported the problems, others among them: they are loaded where there is something to print. */
  readonly rulesOf: (problems: readonly Problem[]) => Promise<readonly Rule[]>;
}

/**
 * Checks what the arguments name, and prints what it finds.
 *
 * @returns the exit code: 1 on any error or on more warnings than are allowed, else 0; notes never count
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
