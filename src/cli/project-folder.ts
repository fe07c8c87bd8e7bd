import { statSync } from "node:fs";
import { resolve } from "node:path";

import { UsageError } from "./usage-error";

/** The folder that `--project` names, as an absolute path; without it, the one that the command runs in. @throws UsageError where there is none */
export function projectFolder(given: string | undefined, cwd: string): string {
  const folder = resolve(cwd, given ?? ".");
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--project is "${given ?? ""}", which is not a folder`);
  return folder;
}
