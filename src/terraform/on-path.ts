import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Checks whether a program is on the PATH and executable. A name that contains a slash is checked as a path. */
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
