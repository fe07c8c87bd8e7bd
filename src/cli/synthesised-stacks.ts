import type { Synthesised } from "../../stacks/synthesise";
import { printProblems } from "../checks/print-problems";
import { UserError } from "../files/user-error";
import { paper } from "./screen";

/**
 * Checks a project and writes its stacks.
 *
 * @param root absolute path of the project folder
 * @param outdir absolute path of the output folder
 * @param environment its `GOLDEN_IMAGES_COMMIT` is the commit for the tags of AMIs, as with `synth`
 * @throws UserError that lists the problems of the project if one is an error
 */
export async function synthesisedStacks(
  root: string,
  outdir: string,
  { GOLDEN_IMAGES_COMMIT: commit }: NodeJS.ProcessEnv,
): Promise<Synthesised> {
  const { synthesise } = await import("../../stacks/synthesise");
  const { problems, ...synthesised } = await synthesise(root, outdir, { commit, cached: true });
  if (synthesised.stacks === undefined) throw new UserError(printProblems(root, problems, paper).trim());
  return synthesised;
}
