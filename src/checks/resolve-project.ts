import type { ImageConsumer } from "../factory/image-consumer";
import type { ImageFactory } from "../factory/image-factory";
import type { WindDown } from "../factory/wind-down";
import type { Problem } from "../problems/problem";
import { resolveConsumers } from "../project/consumers";
import { resolveFactories } from "../project/factories";
import type { TextFile } from "../project/project-files";
import { resolveWindDowns } from "../project/wind-downs";
import { allProblems, hasErrors, inspectProject } from "./inspect-project";

/** What a project makes of each environment. */
export interface ResolvedProject {
  /** All that was found; with an error among them the project is not resolved. */
  readonly problems: readonly Problem[];
  readonly environments?: ResolvedEnvironments;
}

export interface ResolvedEnvironments {
  /** What builds images. */
  readonly factories: readonly ImageFactory[];
  /** What receives images of others. */
  readonly consumers: readonly ImageConsumer[];
  /** Environments that neither build nor receive any more. */
  readonly windDowns: readonly WindDown[];
  /** Files that are laid beside the JSON of stacks. */
  readonly terraformFiles: readonly TextFile[];
}

export interface ResolveOptions {
  /** The folder of the build output, absolute; default: cdktf.out in the project folder. */
  readonly outdir?: string;
  /** Whether results of the checks of documents are kept for the next run, and those of the last one used. Default: false. */
  readonly cached?: boolean;
  /** Commit of the definitions, for the tags of AMIs. */
  readonly commit?: string;
}

/**
 * Reads and checks the project folder, a stale lock among the errors, and resolves each of its environments.
 *
 * @param root the project folder, absolute
 */
export async function resolveProject(
  root: string,
  { outdir, commit, cached }: ResolveOptions = {},
): Promise<ResolvedProject> {
  const inspection = await inspectProject(root, { outdir, cached });
  const problems = allProblems(inspection);
  const { project, lock } = inspection;
  if (lock === undefined || hasErrors(problems)) return { problems };
  return {
    problems,
    environments: {
      factories: resolveFactories(project, lock, commit),
      consumers: resolveConsumers(project, lock),
      windDowns: resolveWindDowns(project, lock),
      terraformFiles: project.terraformFiles,
    },
  };
}
