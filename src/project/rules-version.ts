import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { compareText } from "../problems/problem";
import { packageFolder } from "./package-folder";

/** The rooms of which the checks of a document are made: src/documents and those that it may import. */
export const roomsOfChecks = ["collections", "aws", "files", "problems", "schedules", "versions", "documents"];

/**
 * Another one whenever the check of a document might answer otherwise: a digest of its code, with the exact versions of its packages and of
 * Node.js. The build of the package puts the digest in place of this.
 */
export function rulesVersion(): string {
  return `${digestOfChecks()} ${process.version}`;
}

export function digestOfChecks(): string {
  const root = packageFolder();
  const digest = createHash("sha256").update(readFileSync(join(root, "package.json")));
  for (const room of roomsOfChecks)
    for (const file of sourcesBelow(join(root, "src", room))) digest.update(readFileSync(file));
  return digest.digest("hex");
}

function sourcesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}
