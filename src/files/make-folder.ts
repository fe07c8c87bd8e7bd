import { mkdir, stat } from "node:fs/promises";
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

/** The highest folder of a path that is not there. */
async function firstMissing(path: string): Promise<string> {
  const above = dirname(path);
  const isThere = await stat(above).then(
    () => true,
    () => false,
  );
  return isThere || above === path ? path : firstMissing(above);
}
