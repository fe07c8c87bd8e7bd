import { access, link, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";
import { makeFolder, unmakeFolder } from "./make-folder";

/**
 * Writes a file that is not there yet, as a whole or not at all, and the folders that it needs.
 *
 * @param mode default: what the system gives new files
 * @returns whether it was written; false where there is such a file: none is ever overwritten
 * @throws FileError
 */
export async function writeNewFile(path: string, text: string, mode?: number): Promise<boolean> {
  const { kept } = await writeNewFiles(dirname(path), new Map([[basename(path), text]]), { mode });
  return kept.length === 0;
}

/**
 * Writes files that are not there yet: all of them, or none. Each is written beside its place and then linked into it, which fails where there is a
 * file already, so that none is ever overwritten, and none is seen in part.
 *
 * @param files text by path, relative to `root`
 * @param options.keeping whether files that are there already stay, and the others are written; default: they do
 * @returns paths of those that were written, and of those that were there
 * @throws FileError
 */
export async function writeNewFiles(
  root: string,
  files: ReadonlyMap<string, string>,
  { keeping = true, mode }: { readonly keeping?: boolean; readonly mode?: number } = {},
): Promise<{ readonly written: readonly string[]; readonly kept: readonly string[] }> {
  const written: string[] = [];
  const kept: string[] = [];
  const folders: (readonly [path: string, first: string | undefined])[] = [];
  let path = root;
  try {
    for (const [file, text] of files) {
      path = join(root, file);
      folders.push([dirname(path), await makeFolder(dirname(path))]);
      ((await placed(path, text, { keeping, mode })) ? written : kept).push(file);
    }
    return { written, kept };
  } catch (error) {
    for (const file of written) await rm(join(root, file), { force: true });
    for (const [folder, first] of folders.reverse()) await unmakeFolder(folder, first);
    const explanation = explainFileError(error, path);
    throw explanation === undefined ? error : new FileError(`${explanation}; nothing was written`, { cause: error });
  }
}

/** Whether a file was written; false where there is one and it may stay. */
async function placed(
  path: string,
  text: string,
  { keeping, mode }: { readonly keeping: boolean; readonly mode: number | undefined },
): Promise<boolean> {
  const prefix = `.${basename(path)}`;
  await removeLeftOver(dirname(path), prefix);
  const temporary = join(dirname(path), temporaryName(prefix));
  try {
    await writeFile(temporary, text, { flush: true, mode });
    await link(temporary, path);
    return true;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (keeping && code === "EEXIST" && syscall === "link") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
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
