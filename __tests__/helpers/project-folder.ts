import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { runFolder } from "./run-folder";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a new temporary folder, which is removed after all tests. A text `-> target` creates a symbolic link. */
export function projectFolder(files: Files): string {
  const root = mkdtempSync(join(runFolder(), "project-"));
  write(root, files);
  return root;
}

/**
 * Returns a function that writes many similar projects into one folder, one after another. It only writes and removes files that differ
 * from the previous project, so two projects cannot be used at the same time.
 */
export function reusedFolder(): (files: Files) => string {
  let root: string | undefined;
  let present: Files = {};
  return (files) => {
    root ??= projectFolder({});
    for (const file of Object.keys(present).filter((each) => files[each] !== present[each])) {
      rmSync(join(root, file));
      removeEmpty(root, dirname(file));
    }
    write(root, Object.fromEntries(Object.entries(files).filter(([file, text]) => present[file] !== text)));
    present = files;
    return root;
  };
}

function write(root: string, files: Files): void {
  for (const folder of new Set(Object.keys(files).map(dirname))) mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const target = typeof text === "string" ? /^-> (.*)$/.exec(text)?.[1] : undefined;
    if (target === undefined) writeFileSync(join(root, file), text);
    else symlinkSync(target, join(root, file));
  }
}

function removeEmpty(root: string, folder: string): void {
  if (folder === "." || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmpty(root, dirname(folder));
}
