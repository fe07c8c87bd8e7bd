import { type Format, type FormatContext } from "../problems/formats/format";
import { type FormatName, formats } from "../problems/formats/formats";
import { type Problem, type Severity, sortProblems } from "../problems/problem";
import type { Platform } from "../documents/component-document";

export interface CheckArguments {
  /** Files to check; none means the whole project. */
  readonly files: readonly string[];
  readonly format: FormatName;
  /** More warnings than this fail the check. */
  readonly maxWarnings: number;
  /** The platform of the component documents among the files; told by their content where it is not given. */
  readonly platform?: Platform;
}

/** What the command checks with. */
export interface Checks {
  readonly project: () => Promise<readonly Problem[]>;
  readonly files: (files: readonly string[], platform: Platform | undefined) => Promise<readonly Problem[]>;
}

export interface CheckOutput extends FormatContext {
  /** Writes results. */
  readonly out: (text: string) => void;
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
  const found = await (files.length > 0 ? checks.files(files, platform) : checks.project());
  const problems = sortProblems(found);
  const print: Format = formats[format];
  output.out(print(problems, output));
  const amount = (each: Severity): number => problems.filter(({ severity }) => severity === each).length;
  return amount("error") > 0 || amount("warning") > maxWarnings ? 1 : 0;
}
