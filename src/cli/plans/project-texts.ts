import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { packageFolder } from "../../project/package-folder";
import type { TextSources } from "../../review/diffs/document-texts";
import { digestOfText } from "../../versions/digest";
import { versionsIn } from "../git";

/** Folders of a project that contain documents and Dockerfiles. */
const folders = ["components", "workflows", "containers"];

/** Folder of the documents that are shipped with this package. */
const shipped = () => join(packageFolder(), "components");

/** Finds texts of a project by their digest: in its files, or else in its Git history, which is read only if needed. */
export function projectTexts(root: string): TextSources {
  let inFiles: ReadonlyMap<string, string> | undefined;
  let inGit: ReadonlyMap<string, string> | undefined;
  return {
    find: (sha256) => {
      inFiles ??= byDigest([...folders.map((folder) => join(root, folder)), shipped()].flatMap(filesBelow));
      const found = inFiles.get(sha256);
      if (found !== undefined) return found;
      inGit ??= byDigest(versionsIn(root, folders));
      return inGit.get(sha256);
    },
    searched: "in Git",
  };
}

/** Finds no text. Used for a plan without its project. */
export const noTexts: TextSources = { find: () => undefined, searched: "anywhere else" };

function byDigest(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(texts.map((text) => [digestOfText(text).replace("sha256:", ""), text]));
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  } catch {
    return [];
  }
}
