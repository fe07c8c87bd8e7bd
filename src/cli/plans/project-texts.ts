import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { packageFolder } from "../../project/package-folder";
import type { TextSources } from "../../review/diffs/document-texts";
import { digestOfText } from "../../versions/digest";
import { versionsIn } from "./git";

/** Folders that hold documents and Dockerfiles. */
const folders = ["components", "workflows", "containers"];

/** The documents that come with this package, as installed. */
const shipped = () => join(packageFolder(), "components");

/** Texts of a project by their digest: as its files are, and as Git remembers them, which is searched only where it has to be. */
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

/** For a plan of somebody else's, of whose files nothing is known. */
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
