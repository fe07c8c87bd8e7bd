import type { ImageConsumer } from "../factory/image-consumer";
import type { ImageFactory } from "../factory/image-factory";
import type { ResolvedStack } from "../factory/resolved-stack";
import type { Problem } from "../problems/problem";
import { resolveConsumers } from "../project/consumers";
import { resolveFactories } from "../project/factories";
import type { Project } from "../project/load-project";
import { resolveWindDowns } from "../project/wind-downs";
import { allProblems, hasErrors, inspectProject } from "./inspect-project";

/** The resolved environments of a project, or its problems. */
export interface ResolvedProject {
  /** All problems of the project. If one is an error, `environments` is undefined. */
  readonly problems: readonly Problem[];
  readonly environments?: ResolvedEnvironments;
}

export interface ResolvedEnvironments {
  readonly project: Project;
  /** Environments that build images. */
  readonly factories: readonly ImageFactory[];
  /** Environments that receive images from others. */
  readonly consumers: readonly ImageConsumer[];
  /** Emptied stacks of environments that no longer build or receive images. */
  readonly windDowns: readonly ResolvedStack[];
}

export interface ResolveOptions {
  /** Absolute path of the build output. Default: cdktf.out in the project folder. */
  readonly outdir?: string;
  /** Whether check results of documents are cached between runs. Default: false. */
  readonly cached?: boolean;
  /** Commit of the definitions, for the tags of AMIs. Default: no tag. */
  readonly commit?: string;
}

/**
 * Reads and checks the project folder and resolves each environment. A stale lock is an error.
 *
 * @param root absolute path of the project folder
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
      project,
      factories: resolveFactories(project, lock, commit),
      consumers: resolveConsumers(project, lock),
      windDowns: resolveWindDowns(project, lock),
    },
  };
}
