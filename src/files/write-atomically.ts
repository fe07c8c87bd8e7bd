import { rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";

/**
 * Replaces a file completely or not at all: other processes, and later runs after a crash, read either the old text or the new text.
 *
 * @throws FileError if the file cannot be written
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  // A pipe or a device such as /dev/stdout cannot be replaced.
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isDirectory()) {
    await writeFile(path, text);
    return;
  }
  // The temporary file is in the same folder because a rename is atomic only within one file system.
  const prefix = `.${basename(path)}`;
  await removeLeftOver(dirname(path), prefix);
  const temporary = join(dirname(path), temporaryName(prefix));
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const explanation = explainFileError(error, path);
    throw explanation === undefined ? error : new FileError(`${explanation}; ${path} is unchanged`, { cause: error });
  }
}
