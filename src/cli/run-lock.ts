import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { allProblems, hasErrors, inspectProject } from "../checks/inspect-project";
import { printProblems } from "../checks/print-problems";
import { own } from "../collections/own";
import { writeAtomically } from "../files/write-atomically";
import { listOf } from "../problems/suggest";
import type { Adoption } from "../versions/adoption";
import { describeChange, type VersionedKind } from "../versions/change";
import { forgetIn } from "../versions/forget";
import { mergeLocks } from "../versions/merge-locks";
import { isStale, type LockOutcome } from "../versions/stale-lock";
import { fileAt } from "./git";
import type { Screen } from "./screen";

const file = "versions.lock.json";

export interface LockOptions {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly merge?: boolean;
  /** What to remove from the lock: an environment (`dev`), or one resource in it (`dev/aws_s3_bucket.logs`). */
  readonly forget?: string;
  /** Versions to adopt, as groups of three words: kind, name (or `name@environment`), version. */
  readonly adopt?: readonly string[];
}

export interface LockIo extends Screen {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Runs the command `lock`. `merge` and `forget` write the file before its new text is calculated, so `check` and `dryRun` exclude them.
 *
 * @returns the exit code: 1 if the project or the lock has problems, or if `check` finds the lock stale
 */
export async function runLock(root: string, options: LockOptions, io: LockIo): Promise<number> {
  const { adoptions, faults } = readAdoptions(options.adopt ?? []);
  for (const fault of faults) io.err(`error: ${fault}\n`);
  if (faults.length > 0) return 1;
  if (options.merge === true && !(await merge(root, io))) return 1;
  if (options.forget !== undefined && !(await forget(root, options.forget, io))) return 1;
  const inspection = await inspectProject(root, { adoptions, cached: true });
  const { lock } = inspection;
  const problems = options.check === true ? allProblems(inspection) : inspection.problems;
  if (lock === undefined || hasErrors(problems)) {
    io.err(printProblems(root, problems, io));
    return 1;
  }
  // With --check, what an earlier release wrote counts as up to date.
  const differs = isStale(lock) && options.check !== true;
  const writes = differs && options.dryRun !== true;
  // Written before the changes are printed as done.
  if (writes) await writeAtomically(join(root, file), lock.text);
  for (const change of lock.changes) io.out(`${describeChange(change)}\n`);
  if (writes) io.out(`${file} written\n`);
  else io.out(differs ? difference(lock) : `${file} is up to date\n`);
  return 0;
}

/** Replaces a lock with merge conflicts by the union of both sides. Reads the sides from Git, because conflict markers can split an entry. */
async function merge(root: string, io: LockIo): Promise<boolean> {
  const [ours, theirs] = await Promise.all([":2", ":3"].map(async (stage) => fileAt(root, stage, file)));
  if (ours === undefined || theirs === undefined) {
    io.err(
      `error: git has no merge conflict in ${file}; if you have already added the file, "git checkout -m -- ${file}" restores the conflict\n`,
    );
    return false;
  }
  const { text, problems } = mergeLocks(
    { file: `${file} (ours)`, text: ours },
    { file: `${file} (theirs)`, text: theirs },
  );
  if (problems.length > 0) {
    io.err(printProblems(root, problems, io));
    return false;
  }
  await writeAtomically(join(root, file), text);
  io.out(`${file} holds the versions of both branches\n`);
  return true;
}

/** Removes an environment or one of its resources from the lock. Used if it is not in AWS, or if Terraform no longer manages it. */
async function forget(root: string, what: string, io: LockIo): Promise<boolean> {
  const path = join(root, file);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) {
    io.err(`error: there is no ${file}, so there is nothing to forget\n`);
    return false;
  }
  const { text: without, problems } = forgetIn(file, text, what);
  if (problems.length > 0) {
    io.err(printProblems(root, problems, io));
    return false;
  }
  if (without === undefined) {
    io.err(
      `error: ${file} has nothing about "${what}"; write an environment, such as dev, or a resource of one, such as dev/aws_s3_bucket.logs\n`,
    );
    return false;
  }
  await writeAtomically(path, without);
  io.out(`${what} was removed from ${file}\n`);
  return true;
}

/** Returns the change of the lock as a unified diff. */
function difference({ current = "", text }: LockOutcome): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, current, text, "", "", { headerOptions: FILE_HEADERS_ONLY });
}

const kinds: Readonly<Record<string, VersionedKind>> = {
  component: "component",
  workflow: "workflow",
  image: "imageRecipe",
  container: "containerRecipe",
};

/** Parses words such as `component linux/x 1.2.3 image base@dev 1.0.0`. `faults` are messages about wrong words. */
export function readAdoptions(words: readonly string[]): {
  readonly adoptions: readonly Adoption[];
  readonly faults: readonly string[];
} {
  const adoptions: Adoption[] = [];
  const faults: string[] = [];
  for (let index = 0; index < words.length; index += 3) {
    const [kind = "", subject, version] = words.slice(index, index + 3);
    const known = own(kinds, kind);
    const [name = "", environment] = subject?.split("@", 2) ?? [];
    if (known === undefined)
      faults.push(`--adopt: "${kind}" is not a kind; write one of ${listOf(Object.keys(kinds))}`);
    else if (subject === undefined || version === undefined)
      faults.push(`--adopt: "${words.slice(index).join(" ")}" is incomplete; write <kind> <name> <version>`);
    else adoptions.push({ kind: known, name, environment, version });
  }
  return { adoptions, faults };
}
