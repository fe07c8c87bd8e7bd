import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

import { printProblems } from "../checks/print-problems";
import { writeAtomically } from "../files/write-atomically";
import type { Problem } from "../problems/problem";
import type { Adoption } from "../versions/adoption";
import { describeChange, type VersionedKind } from "../versions/change";
import { forgetIn } from "../versions/forget";
import { mergeLocks } from "../versions/merge-locks";
import { isStale, type LockOutcome, staleLockProblems } from "../versions/stale-lock";
import type { Screen } from "./screen";

const file = "versions.lock.json";

export interface LockOptions {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly merge?: boolean;
  /** `dev`, or `dev/aws_s3_bucket.logs`. */
  readonly forget?: string;
  /** In threes: a kind, a name with `@` and an environment after it or without, a version. */
  readonly adopt?: readonly string[];
}

export interface LockIo extends Screen {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Works out the lock of the project at `root`. */
export type LockProject = (
  root: string,
  adoptions: readonly Adoption[],
) => Promise<LockOutcome & { readonly problems: readonly Problem[] }>;

/**
 * `npm run lock`
 *
 * @returns exit code: 1 where the project or the lock has problems, or `check` finds the lock stale
 */
export async function runLock(root: string, options: LockOptions, io: LockIo, lock: LockProject): Promise<number> {
  const writing = options.merge === true ? "--merge" : options.forget === undefined ? undefined : "--forget";
  if (writing !== undefined && (options.check === true || options.dryRun === true)) {
    io.err(`${writing} writes the file, so it cannot go with --check or --dry-run\n`);
    return 1;
  }
  const { adoptions, faults } = readAdoptions(options.adopt ?? []);
  for (const fault of faults) io.err(`${fault}\n`);
  if (faults.length > 0) return 1;
  if (options.merge === true && !(await merge(root, io))) return 1;
  if (options.forget !== undefined && !(await forget(root, options.forget, io))) return 1;
  const { problems, ...outcome } = await lock(root, adoptions);
  const refused = problems.some(({ severity }) => severity === "error");
  // Against a lock that cannot be read everything would look new.
  const stale = options.check === true && !refused ? staleLockProblems(file, outcome) : [];
  if (refused || stale.length > 0) {
    io.err(printProblems(root, [...problems, ...stale], io));
    return 1;
  }
  const writes = isStale(outcome) && options.dryRun !== true;
  // First: what it says it has done.
  if (writes) await writeAtomically(join(root, file), outcome.text);
  for (const change of outcome.changes) io.out(`${describeChange(change)}\n`);
  if (writes) io.out(`${file} written\n`);
  else io.out(isStale(outcome) ? difference(outcome) : `${file} is up to date\n`);
  return 0;
}

/** Replaces a conflicted lock by the union of its two sides, as git has them: its markers may have cut through an entry. */
async function merge(root: string, io: LockIo): Promise<boolean> {
  const side = async (stage: 2 | 3): Promise<string | undefined> =>
    promisify(execFile)("git", ["show", `:${stage}:./${file}`], { cwd: root, maxBuffer: 2 ** 28 }).then(
      ({ stdout }) => stdout,
      () => undefined,
    );
  const [ours, theirs] = await Promise.all([side(2), side(3)]);
  if (ours === undefined || theirs === undefined) {
    io.err(
      `git knows no conflict of ${file} here; where it was added already, "git checkout -m -- ${file}" brings it back\n`,
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

/** Drops what the lock remembers of an environment, or of one thing that it has made: for what is not in AWS, or no longer Terraform's. */
async function forget(root: string, what: string, io: LockIo): Promise<boolean> {
  const path = join(root, file);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) {
    io.err(`there is no ${file} to forget anything of\n`);
    return false;
  }
  const { text: without, problems } = forgetIn(file, text, what);
  if (problems.length > 0) {
    io.err(printProblems(root, problems, io));
    return false;
  }
  if (without === undefined) {
    io.err(`${file} remembers no "${what}"; write an environment, or an environment, a slash and an address in it\n`);
    return false;
  }
  await writeAtomically(path, without);
  io.out(`${file} has forgotten ${what}\n`);
  return true;
}

/** As `diff -u` shows it. */
function difference({ current = "", text }: LockOutcome): string {
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, current, text, "", "", { headerOptions: FILE_HEADERS_ONLY });
}

const kinds: Readonly<Record<string, VersionedKind>> = {
  component: "component",
  workflow: "workflow",
  image: "imageRecipe",
  container: "containerRecipe",
};

/** `component linux/x 1.2.3 image base@dev 1.0.0`, and what is wrong with it. */
export function readAdoptions(words: readonly string[]): {
  readonly adoptions: readonly Adoption[];
  readonly faults: readonly string[];
} {
  const adoptions: Adoption[] = [];
  const faults: string[] = [];
  for (let index = 0; index < words.length; index += 3) {
    const [kind = "", subject, version] = words.slice(index, index + 3);
    const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    const [name = "", environment] = subject?.split("@", 2) ?? [];
    if (known === undefined) faults.push(`--adopt: "${kind}" is no kind, allowed: ${Object.keys(kinds).join(", ")}`);
    else if (subject === undefined || version === undefined)
      faults.push(
        `--adopt: after "${words.slice(index).join(" ")}" something is missing; write <kind> <name> <version>`,
      );
    else adoptions.push({ kind: known, name, environment, version });
  }
  return { adoptions, faults };
}
