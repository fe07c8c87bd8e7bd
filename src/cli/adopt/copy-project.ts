import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { lockFile, type Project } from "../../project/load-project";

/** Copies what people write of a project, and its lock, into a folder of its own. */
export async function copyProject(project: Project, root: string, to: string): Promise<void> {
  const folders = ["images", "containers", "environments", "components", "workflows", "adopted", "terraform"];
  for (const folder of folders)
    await cp(join(root, folder), join(to, folder), { recursive: true, dereference: true }).catch(ifMissing);
  await writeFiles(to, project.dockerfiles);
  if (project.lock !== undefined) await writeFile(join(to, lockFile), project.lock);
}

export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

function ifMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
