import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const variable = "GOLDEN_IMAGES_TESTS";

/**
 * Creates the temporary folder of a run, before all tests. Test files share the modules of their worker, so no single file knows when a
 * folder is no longer used.
 */
export function makeRunFolder(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), "golden-images-tests-"));
}

/** Returns the temporary folder of this run; the same in every worker. */
export function runFolder(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error("no folder was made before the tests; start them by jest");
  return folder;
}

/** Removes the temporary folder after all tests of a run, even if some failed. */
export default async function removeRunFolder(): Promise<void> {
  const folder = runFolder();
  const remove = async (path: string): Promise<void> => rm(path, { recursive: true, force: true });
  await Promise.all((await readdir(folder)).map(async (name) => remove(join(folder, name))));
  await remove(folder);
}
