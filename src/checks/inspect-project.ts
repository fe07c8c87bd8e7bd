import type { Problem } from "../problems/problem";
import { openCheckCache } from "../project/check-cache";
import { loadProject, lockFile, type Project } from "../project/load-project";
import { type LockedProject, lockProject } from "../project/lock";
import type { Adoption } from "../versions/adoption";
import { staleLockProblems } from "../versions/stale-lock";
import { checkProject } from "./check-project";

export interface Inspection {
  readonly project: Project;
  /** The version lock; undefined if the definitions have errors, because versions would then be meaningless. */
  readonly lock?: LockedProject;
  /** Problems of definitions, documents and the lock file. `check` and `synth` also report a stale lock. */
  readonly problems: readonly Problem[];
}

export interface InspectOptions {
  /** Folder of the build output. Default: cdktf.out in the project folder. */
  readonly outdir?: string;
  /** Versions that already exist in AWS, for the lock to adopt. */
  readonly adoptions?: readonly Adoption[];
  /** Whether check results of documents are cached between runs. Default: false. */
  readonly cached?: boolean;
}

/** Reads and checks a project folder and calculates its versions. */
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

/** Returns the problems of an inspection, including a stale lock if there are no errors. */
export function allProblems({ lock, problems }: Inspection): readonly Problem[] {
  return lock === undefined || hasErrors(problems) ? problems : [...problems, ...staleLockProblems(lockFile, lock)];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
