import { existsSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { lockFile } from "../project/load-project";

/** What a project is made of; a Dockerfile template may be anywhere else. */
const parts = ["images", "containers", "environments", "components", "workflows", "adopted", "terraform", lockFile];

/**
 * Copies what people write of a project, and its lock, into a folder of its own, in which anything may be changed. States stay out.
 *
 * @param dockerfiles paths of the Dockerfile templates, relative to the project folder
 */
export async function copyProject(root: string, dockerfiles: Iterable<string>, to: string): Promise<void> {
  for (const part of [...parts, ...dockerfiles])
    // Not every project has all of them.
    if (existsSync(join(root, part)))
      await cp(join(root, part), join(to, part), { recursive: true, dereference: true });
}

export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}
