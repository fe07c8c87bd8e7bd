import type { Problem } from "./problem";
import { type Rule, severityOf } from "./rule";

/** Reported for the files that a command line names. */
export const fileMissing: Rule = {
  code: "file-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A file that is named on the command line does not exist, or cannot be read.",
  source: "docs/reference.md",
  fail: [],
  pass: [],
};

/**
 * Returns the problem of a file on the command line that cannot be read.
 *
 * @param file path of the file as problems show it
 */
export function missingFile(file: string): Problem {
  const message = `"${file}" is not a readable file`;
  const fix = "name a file that exists, or none to check the whole project";
  return { file, line: 1, column: 1, code: fileMissing.code, severity: severityOf(fileMissing), message, fix };
}
