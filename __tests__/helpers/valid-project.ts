import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { checkProject } from "../../src/checks/check-project";
import { type CheckDocument, checkDocument } from "../../src/documents/check-document";
import type { Problem } from "../../src/problems/problem";
import { loadProject } from "../../src/project/load-project";
import { reusedFolder } from "./project-folder";

const folder = join(__dirname, "..", "fixtures", "valid-project");

/** Files of a project without problems, by path, as a base for tests of checks. */
export const validProject: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const),
);

/** Replacement of a text in a file. If the file does not exist, it is created with the text `to`. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Returns the files of the valid project with edits.
 *
 * @throws if a text to replace does not occur exactly once
 */
export function edited(...edits: readonly Edit[]): Record<string, string> {
  const files = { ...validProject };
  for (const { file, from, to } of edits) {
    const text = files[file];
    if (text === undefined) files[file] = to;
    else {
      const parts = text.split(from);
      if (parts.length !== 2) throw new Error(`"${from}" is ${parts.length - 1} times in ${file}`);
      files[file] = parts.join(to);
    }
  }
  return files;
}

const checked = new Map<string, ReturnType<CheckDocument>>();

/** Checks each document text once: the hundreds of projects of a test differ in one file each. */
const checkOnce: CheckDocument = (file, text, options) => {
  const key = JSON.stringify([file, text, options]);
  const result = checked.get(key) ?? checkDocument(file, text, options);
  checked.set(key, result);
  return result;
};

const folderOf = reusedFolder();

/** Returns the problems of a project. Must not run for two projects at the same time. */
export async function check(files: Readonly<Record<string, string>>): Promise<Problem[]> {
  return checkProject(await loadProject(folderOf(files), undefined, checkOnce));
}
