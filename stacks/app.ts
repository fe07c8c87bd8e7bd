import { resolve } from "node:path";

import { printProblems } from "../src/checks/print-problems";
import { explainFileError, FileError } from "../src/files/file-error";
import { optimiseLate } from "../src/project/optimise-late";
import { synthesise } from "./synthesise";

/**
 * Runs the CDKTF application: checks the project in the current folder, and writes its stacks if there are no errors.
 *
 * Environment variables: `CDKTF_OUTDIR`, the output folder (default: cdktf.out), which the CDKTF CLI sets, and `GOLDEN_IMAGES_COMMIT`, the
 * commit for the tags of AMIs. Prints problems to standard error. The exit code is 1 if nothing was written.
 */
export async function app(): Promise<void> {
  optimiseLate();
  const root = process.cwd();
  const { CDKTF_OUTDIR: outdir = "cdktf.out", GOLDEN_IMAGES_COMMIT: commit } = process.env;
  try {
    const { problems, stacks } = await synthesise(root, resolve(outdir), { commit, cached: true });
    const { isTTY: colour, columns } = process.stderr;
    if (problems.length > 0) process.stderr.write(printProblems(root, problems, { colour, columns }));
    if (stacks === undefined) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof FileError ? error.message : (explainFileError(error) ?? error));
    process.exitCode = 1;
  }
}
