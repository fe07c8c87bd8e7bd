import { access, link, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { explainFileError, FileError } from "./file-error";
import { removeLeftOver, temporaryName } from "./left-over";
import { makeFolder, unmakeFolder } from "./make-folder";

/**
 * Creates a file and its missing folders. The file is written completely or not at all, and an existing file is never overwritten.
 *
 * @param mode permissions of the file. Default: those that the system gives new files
 * @returns true if the file was created; false if it existed
 * @throws FileError if the file cannot be written
 */
export async function writeNewFile(path: string, text: string, mode?: number): Promise<boolean> {
  const { kept } = await writeNewFiles(dirname(path), new Map([[basename(path), text]]), { mode });
  return kept.length === 0;
}

/**
 * Creates several files: all of them, or none. Each file is written beside its destination and then hard-linked to it. Linking fails if the
 * destination exists, so no file is overwritten and none is ever visible in part.
 *
 * @param files text by path, relative to `root`
 * @param options.keeping true to skip files that exist and to create the others; false to fail if one exists. Default: true
 * @param options.mode permissions of the files. Default: those that the system gives new files
 * @returns paths of the created files, and of the files that existed
 * @throws FileError if a file cannot be written
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

/** Creates one file. Returns false if it exists and `keeping` is true. */
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

/** Returns the paths, relative to `root`, of the files that exist. */
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
