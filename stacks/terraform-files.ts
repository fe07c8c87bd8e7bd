import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { laidRecord } from "../src/project/terraform-files";

/** Copies files of the project to the folder of a stack: files of the user, and the dependency lock file. */
export async function layTerraformFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (files.size === 0) return;
  for (const [file, text] of [...files, [laidRecord, `${JSON.stringify([...files.keys()])}\n`] as const]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Returns the files that an earlier synthesis has copied to the folder of a stack. */
export async function laidTerraformFiles(folder: string): Promise<readonly string[]> {
  const record = await readFile(join(folder, laidRecord), "utf8").catch(() => "[]");
  return JSON.parse(record) as string[];
}

/** Deletes files of an earlier synthesis that the current one has not copied, because Terraform reads all files in the folder. */
export async function removeTerraformFiles(
  folder: string,
  earlier: readonly string[],
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const gone = [...earlier, laidRecord].filter((file) => !files.has(file) && (file !== laidRecord || files.size === 0));
  for (const file of gone) await rm(join(folder, file), { force: true });
}
