import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { existingFiles, writeNewFile, writeNewFiles } from "../../files/new-files";
import { UserError } from "../../files/user-error";
import { writeAtomically } from "../../files/write-atomically";
import { lockFile } from "../../project/load-project";
import { makeStateFolder } from "../../project/state-folder";
import { environmentFile, movesFile } from "./cut-off";

/** The texts that an adoption writes. */
export interface Adoption {
  /** Texts of the new files, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly lock: string;
  /** The state, if the environment keeps it in a file. */
  readonly state?: string;
}

/** Returns the path of an environment's state file in the project. */
export function stateFileOf(environment: string): string {
  return `state/${environment}.tfstate`;
}

/** Checks the state file of the environment. @throws UserError if it exists and contains another state */
export async function refuseOtherState(root: string, environment: string, state: string): Promise<void> {
  const file = stateFileOf(environment);
  const [there] = await existingFiles(root, [file]);
  if (there !== undefined && (await readFile(join(root, file), "utf8")) !== state)
    throw new UserError(`${file} is there already and is another state; move it away first; nothing was written`);
}

/**
 * Writes an adoption, or nothing if a file cannot be written. The moves are written first: if they exist without the environment, an
 * adoption was interrupted. The environment is written last: no command uses the other files before it exists, and when it exists, they are
 * complete.
 *
 * @returns paths of the written files
 * @throws UserError if a file cannot be written
 */
export async function writeAdoption(
  root: string,
  environment: string,
  { files, lock, state }: Adoption,
): Promise<readonly string[]> {
  const stateFile = stateFileOf(environment);
  const before = await readFile(join(root, lockFile), "utf8").catch(() => undefined);
  let placed = false;
  try {
    if (state !== undefined) {
      await makeStateFolder(root);
      placed = await writeNewFile(join(root, stateFile), state, 0o600);
    }
    await writeAtomically(join(root, lockFile), lock);
    const ranks = new Map([
      [movesFile(environment), -1],
      [environmentFile(environment), 1],
    ]);
    const rank = (file: string): number => ranks.get(file) ?? 0;
    const inOrder = [...files].sort(([a], [b]) => rank(a) - rank(b));
    await writeNewFiles(root, new Map(inOrder), { keeping: false });
  } catch (error) {
    if (placed) await rm(join(root, stateFile), { force: true });
    if (before === undefined) await rm(join(root, lockFile), { force: true });
    else await writeAtomically(join(root, lockFile), before);
    throw error;
  }
  return [...files.keys(), lockFile, ...(placed ? [stateFile] : [])];
}
