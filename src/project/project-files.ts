import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";

import { exampleProject } from "../definitions/example-texts";
import { decodeText, maxFiles, sizeFault, sizeLimit } from "../problems/decode-text";
import { compareText, fileStart, type Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";

export interface TextFile {
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  /** Empty if the file cannot be read. */
  readonly text: string;
  /** The reason why the file cannot be read. */
  readonly fault?: Problem;
}

const yaml = /\.ya?ml$/;

export const symbolicLink: Rule = {
  code: "symbolic-link",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A symbolic link leads out of the project folder, to a folder, or nowhere. Its target is not reviewed with the project, or would not be read.",
  source: "README.md: a project is a folder, and what is deployed is in it",
  fail: [{ "images/base.yaml": "▸-> ../../base.yaml" }],
  pass: [{ "images/base.yaml": "-> ../base.yaml", "base.yaml": exampleProject.image }],
};

/**
 * Reads the files below a folder of the project, sorted by path. Returns an empty list if the folder is missing. Files are read synchronously,
 * which is faster for small files than asynchronous reads.
 *
 * @param wanted pattern of file names. Default: YAML
 */
export function readFilesBelow(root: string, folder: string, wanted = yaml): TextFile[] {
  const entries = orIfMissing([], () => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }));
  const paths = entries
    .filter((entry) => entry.isSymbolicLink() || (entry.isFile() && wanted.test(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  if (paths.length > maxFiles) {
    const message = `the folder contains ${paths.length} files, allowed: up to ${maxFiles}`;
    return [unread(folder, sizeLimit, message, "split the project")];
  }
  return paths.sort(compareText).flatMap((file) => readFileOrLink(root, file, wanted) ?? []);
}

/**
 * Reads a file of the project. Undefined if the file is missing. Follows symbolic links within the project.
 *
 * @param maxBytes maximum size, for files that are not written by hand. Default: 1 MB
 */
export function readProjectFile(root: string, file: string, maxBytes?: number): TextFile | undefined {
  const path = orIfMissing(undefined, () => realpathSync.native(join(root, file)));
  if (path === undefined) return undefined;
  if (relative(realpathSync.native(root), path).startsWith("..")) {
    return unread(file, symbolicLink, "the symbolic link leads out of the project folder", "put the file itself there");
  }
  const found = statSync(path);
  if (!found.isFile()) return undefined;
  const fault = sizeFault(file, found.size, maxBytes);
  return fault === undefined ? { file, ...decodeText(file, readFileSync(path)) } : { file, text: "", fault };
}

/** Reads a file or the target of a symbolic link. Undefined if the name does not match `wanted`. */
function readFileOrLink(root: string, file: string, wanted: RegExp): TextFile | undefined {
  const kind = orIfMissing(undefined, () => statSync(join(root, file)));
  if (kind?.isDirectory() === true) {
    return unread(
      file,
      symbolicLink,
      "the symbolic link leads to a folder, whose files are not read",
      "link the files",
    );
  }
  if (!wanted.test(file)) return undefined;
  return (
    readProjectFile(root, file) ??
    unread(file, symbolicLink, "the symbolic link leads to no file", "put the file itself there")
  );
}

function unread(file: string, rule: Rule, message: string, fix: string): TextFile {
  return { file, text: "", fault: problemOf(rule, file, fileStart, message, fix) };
}

/** Returns `fallback` if the file is missing. A folder at the place of a file counts as missing. */
function orIfMissing<T>(fallback: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    if (["ENOENT", "EISDIR", "ENOTDIR", "ELOOP"].includes(code)) return fallback;
    throw error;
  }
}
