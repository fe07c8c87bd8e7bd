import { type Dirent, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { rmdir } from "node:fs/promises";
import { join } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";
import { makeFolder } from "./make-folder";

const prefix = ".synthesis";

/**
 * Calls `write` with a new temporary folder, then moves each of its files to the same path in `folder`. If `write` fails or the disk is
 * full, `folder` stays as it was. Other files in `folder` stay: Terraform keeps its own files there.
 *
 * A file is moved after the files that it refers to: assets first, then the stacks, then the list of stacks.
 *
 * @throws FileError if a file cannot be written, or the error that `write` throws
 */
export async function writeBeside(folder: string, write: (temporary: string) => Promise<void>): Promise<void> {
  await removeLeftOver(folder, prefix);
  const temporary = join(folder, temporaryName(prefix));
  try {
    await makeFolder(temporary);
    await write(temporary);
    moveInto(folder, temporary);
  } catch (error) {
    const explanation = explainFileError(error, folder);
    throw explanation === undefined ? error : new FileError(`${explanation}; nothing was written`, { cause: error });
  } finally {
    removeQuietly(temporary);
    // Removes the folder if it was created but nothing was written into it; `rmdir` fails for a folder with files.
    await rmdir(folder).catch(() => undefined);
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next run removes what is left.
  }
}

/**
 * Moves everything in `source` to `target`. A folder that `target` does not have is moved as a whole because it may contain thousands of
 * files. Synchronous for the same reason: a turn of the event loop takes longer than a rename.
 */
function moveInto(target: string, source: string): void {
  const entries = readdirSync(source, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => rank(a) - rank(b))) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory() && existsSync(to)) moveInto(to, from);
    else renameSync(from, to);
  }
}

function rank(entry: Dirent): number {
  return entry.isDirectory() ? -2 : ["cdk.tf.json", "manifest.json"].indexOf(entry.name);
}
