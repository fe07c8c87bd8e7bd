import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { howToRun } from "../problems/how-to-run";
import { UsageError } from "./usage-error";

/** The folder that `--project` names, as an absolute path; without it, the one that the command runs in. @throws UsageError where there is none */
export function projectFolder(given: string | undefined, cwd: string): string {
  const folder = resolve(cwd, given ?? ".");
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--project is "${given ?? ""}", which is not a folder`);
  return folder;
}

/** Where a project has something; each may be missing. */
const written = ["images", "containers", "environments", "components", "workflows"];

/** As `projectFolder`. @throws UsageError also where nothing of a project is in it: most likely it is the wrong folder */
export function startedProject(given: string | undefined, cwd: string): string {
  const folder = projectFolder(given, cwd);
  if (readdirSync(folder).includes("versions.lock.json") || written.some((name) => holdsAnything(join(folder, name))))
    return folder;
  const list = `${written.slice(0, -1).join("/, ")}/ or ${written.at(-1) ?? ""}/`;
  throw new UsageError(
    `there is no project in ${folder}: nothing in ${list}; start one with "${howToRun("init")}", or name its folder with --project`,
  );
}

function holdsAnything(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length > 0;
}
