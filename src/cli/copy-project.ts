import { existsSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { lockFile } from "../project/load-project";

/** Folders and files of a project. Dockerfile templates can be in other folders. */
const parts = ["images", "containers", "environments", "components", "workflows", "adopted", "terraform", lockFile];

/**
 * Copies the files that the user writes, and the lock, into another folder, where they can be changed without harm. Does not copy states.
 *
 * @param dockerfiles paths of the Dockerfile templates, relative to the project folder
 */
export async function copyProject(root: string, dockerfiles: Iterable<string>, to: string): Promise<void> {
  for (const part of [...parts, ...dockerfiles])
    // Most projects do not have all of these.
    if (existsSync(join(root, part)))
      await cp(join(root, part), join(to, part), { recursive: true, dereference: true });
}

/** Writes files below a folder. @param files texts by path, relative to `root` */
export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}
