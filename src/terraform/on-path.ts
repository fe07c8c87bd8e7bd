import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Whether a program is on the PATH and may be run. A path to one is taken as it is. */
export function isOnPath(program: string, { PATH: path = "" }: NodeJS.ProcessEnv): boolean {
  if (program.includes("/")) return isExecutable(program);
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
