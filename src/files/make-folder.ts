import { mkdir, rmdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it that are missing.
 *
 * @returns the first that was made; undefined where all were there
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true });
  } catch (error) {
    // Node.js says ENOENT of a read-only file system too. The one folder that cannot be made says why.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") await mkdir(await firstMissing(path));
    throw error;
  }
}

/**
 * Takes a folder away again, and those above it that were made with it, as far as they are empty.
 *
 * @param first what makeFolder said of it
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

/** The highest folder of a path that is not there. */
async function firstMissing(path: string): Promise<string> {
  const above = dirname(path);
  const isThere = await stat(above).then(
    () => true,
    () => false,
  );
  return isThere || above === path ? path : firstMissing(above);
}
