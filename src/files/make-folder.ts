import { mkdir, rmdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Creates a folder and its missing parent folders.
 *
 * @returns path of the highest folder that was created; undefined if the folder existed
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true });
  } catch (error) {
    // Node.js reports ENOENT for a read-only file system too. Creating the first missing folder alone gives the real reason.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") await mkdir(await firstMissing(path));
    throw error;
  }
}

/**
 * Removes a folder that `makeFolder` created and the parent folders that it created, as far as they are empty.
 *
 * @param first what `makeFolder` returned for this folder
 */
export async function unmakeFolder(path: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  try {
    await rmdir(path);
  } catch {
    return;
  }
  if (path !== first && path !== dirname(path)) await unmakeFolder(dirname(path), first);
}

/** Returns the highest folder of a path that does not exist. */
async function firstMissing(path: string): Promise<string> {
  const above = dirname(path);
  const isThere = await stat(above).then(
    () => true,
    () => false,
  );
  return isThere || above === path ? path : firstMissing(above);
}
