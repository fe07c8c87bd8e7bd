import { type Dirent, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { rmdir } from "node:fs/promises";
import { join } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";
import { makeFolder } from "./make-folder";

const prefix = ".synthesis";

/**
 * Lets `write` fill a new folder, then puts each of its files into the same place in `folder`. Where `write` fails, or the disk is full,
 * `folder` is as it was. What else is in `folder` stays: Terraform keeps its own things there.
 *
 * A file comes after those that it names: assets, then the stacks, the list of the stacks last.
 *
 * @throws FileError, or what `write` throws
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
    // Made for nothing.
    await rmdir(folder).catch(() => undefined);
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What is left over is removed by the next run.
  }
}

/**
 * Moves all that is in `source`: a folder as a whole where `target` has none of its name, for there may be thousands of files in it. In one go,
 * for the same reason: a turn of the event loop takes longer than a rename.
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
