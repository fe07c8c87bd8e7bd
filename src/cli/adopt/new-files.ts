import { access, link, mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { explainFileError, FileError } from "../../files/file-error";
import { temporaryName } from "../../files/left-over";

/**
 * Writes files that are not there yet: all of them, or none. Each is written beside its place and then linked into it, which fails where
 * somebody has been faster, so that no file is ever overwritten.
 *
 * @param files text by path, relative to `root`
 * @throws FileError
 */
export async function writeNewFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const written: string[] = [];
  const folders: string[] = [];
  try {
    for (const [file, text] of files) {
      const path = join(root, file);
      const made = await mkdir(dirname(path), { recursive: true });
      if (made !== undefined) folders.push(...between(made, dirname(path)));
      const temporary = `${path}.${temporaryName("adopted")}`;
      try {
        await writeFile(temporary, text, { flush: true, flag: "wx" });
        await link(temporary, path);
      } finally {
        await rm(temporary, { force: true });
      }
      written.push(path);
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    for (const folder of folders.reverse()) await rmdir(folder).catch(() => undefined);
    const explanation = explainFileError(error, root);
    throw explanation === undefined ? error : new FileError(`${explanation}; nothing was written`, { cause: error });
  }
}

/** Those of the files that are there already. */
export async function existingFiles(root: string, files: Iterable<string>): Promise<string[]> {
  const found = await Promise.all(
    [...files].map(async (file) =>
      access(join(root, file)).then(
        () => [file],
        () => [],
      ),
    ),
  );
  return found.flat();
}

/** The folders from the first that was made down to the last. */
function between(first: string, last: string): string[] {
  return last === first || !last.startsWith(first) ? [first] : [...between(first, dirname(last)), last];
}
