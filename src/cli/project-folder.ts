import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { howToRun } from "../problems/how-to-run";
import { UsageError } from "./usage-error";

/** Returns the project folder as an absolute path: `given` relative to `cwd`, or `cwd` itself. @throws UsageError if there is no such folder */
export function projectFolder(given = ".", cwd: string): string {
  const folder = resolve(cwd, given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--project is "${given}", which is not a folder`);
  return folder;
}

/** Folders of a project. Each of them can be missing. */
const written = ["images", "containers", "environments", "components", "workflows"];

/** Returns the same path as {@link projectFolder}. @throws UsageError also if the folder contains no project: it is most likely the wrong one */
export function startedProject(given: string | undefined, cwd: string): string {
  const folder = projectFolder(given, cwd);
  if (readdirSync(folder).includes("versions.lock.json") || written.some((name) => holdsAnything(join(folder, name))))
    return folder;
  const list = written
    .map((name) => `${name}/`)
    .join(", ")
    .replace(/, (?=[^,]+$)/, " or ");
  throw new UsageError(
    `there is no project in ${folder}: nothing in ${list}; start one with "${howToRun("init")}", or name its folder with --project`,
  );
}

function holdsAnything(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length > 0;
}
