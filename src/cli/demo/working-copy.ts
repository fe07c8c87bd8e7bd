import { cp } from "node:fs/promises";
import { join } from "node:path";

import { lockFile } from "../../project/load-project";

/** What a project is made of; a Dockerfile template may be anywhere else. */
const parts = ["images", "containers", "environments", "components", "workflows", "adopted", "terraform", lockFile];

/**
 * Copies the files of a project, so that the demonstration can change them. States stay out: nothing of them is for a local AWS.
 *
 * @param dockerfiles paths of the Dockerfile templates, relative to the project folder
 * @param folder a folder that does not exist
 */
export async function copyProject(project: string, dockerfiles: Iterable<string>, folder: string): Promise<void> {
  for (const part of [...parts, ...dockerfiles])
    await cp(join(project, part), join(folder, part), { recursive: true, verbatimSymlinks: true }).catch(
      (error: unknown) => {
        // Not every project has all of them.
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      },
    );
}
