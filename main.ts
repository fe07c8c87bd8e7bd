import { resolve } from "node:path";

import { explainFileError, FileError } from "./src/cli/file-error";
import { printProblems } from "./src/cli/print-problems";
import { synthesise } from "./stacks/synthesise";

/** The application that `cdktf` runs: checks the project folder, and writes its stacks where it has no errors. */
async function main(root: string, outdir: string): Promise<void> {
  const { problems, stacks } = await synthesise(root, outdir, process.env.GOLDEN_IMAGES_COMMIT);
  if (problems.length > 0) process.stderr.write(printProblems(root, problems, process.stderr.isTTY));
  if (stacks === undefined) process.exitCode = 1;
}

main(process.cwd(), resolve(process.env.CDKTF_OUTDIR ?? "cdktf.out")).catch((error: unknown) => {
  console.error(error instanceof FileError ? error.message : (explainFileError(error) ?? error));
  process.exitCode = 1;
});
