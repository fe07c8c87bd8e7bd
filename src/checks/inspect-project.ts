import type { Problem } from "../problems/problem";
import { openCheckCache } from "../project/check-cache";
import { loadProject, lockFile, type Project } from "../project/load-project";
import { type LockedProject, lockProject } from "../project/lock";
import type { Adoption } from "../versions/adoption";
import { staleLockProblems } from "../versions/stale-lock";
import { checkProject } from "./check-project";

export interface Inspection {
  readonly project: Project;
  /** Absent where the definitions have errors: their versions would mean nothing. */
  readonly lock?: LockedProject;
  /** Problems of definitions, documents and the lock file. `check` and `synth` add that the lock is stale. */
  readonly problems: readonly Problem[];
}

export interface InspectOptions {
  /** The folder of the build output; default: cdktf.out in the project folder. */
  readonly outdir?: string;
  /** What is published in AWS already, for the lock to take over. */
  readonly adoptions?: readonly Adoption[];
  /** Whether results of the checks of documents are kept for the next run, and those of the last one used. Default: false. */
  readonly cached?: boolean;
}

/** Reads a project folder, checks all of it, and works out its versions. */
export async function inspectProject(
  root: string,
  { outdir, adoptions, cached = false }: InspectOptions = {},
): Promise<Inspection> {
  const cache = cached ? await openCheckCache(root) : undefined;
  const project = await loadProject(root, outdir, cache?.check);
  await cache?.save();
  const problems = checkProject(project);
  if (hasErrors(problems)) return { project, problems };
  const lock = lockProject(project, adoptions);
  return { project, lock, problems: [...problems, ...lock.problems] };
}

/** The problems of an inspection, a stale lock among them where nothing else is wrong. */
export function allProblems({ lock, problems }: Inspection): readonly Problem[] {
  return lock === undefined || hasErrors(problems) ? problems : [...problems, ...staleLockProblems(lockFile, lock)];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
