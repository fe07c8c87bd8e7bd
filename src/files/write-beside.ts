import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";

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
    await mkdir(temporary, { recursive: true });
    await write(temporary);
    const files = (await filesIn(temporary)).sort((a, b) => rank(a) - rank(b));
    for (const file of files) {
      const target = join(folder, relative(temporary, file));
      await mkdir(dirname(target), { recursive: true });
      await rename(file, target);
    }
  } catch (error) {
    const explanation = explainFileError(error, folder);
    throw explanation === undefined ? error : new FileError(`${explanation}; nothing was written`, { cause: error });
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    // Made for nothing.
    await rmdir(folder).catch(() => undefined);
  }
}

function rank(file: string): number {
  return ["cdk.tf.json", "manifest.json"].indexOf(basename(file));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
