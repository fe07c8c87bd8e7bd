import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { compareText } from "../problems/problem";
import { packageFolder } from "./package-folder";

/** The folders of src that contain the document checks: documents and all folders that it is allowed to import. */
export const roomsOfChecks = ["collections", "aws", "files", "problems", "schedules", "versions", "documents"];

/**
 * Returns a version that changes whenever document checks could return other results: a digest of their code and of the versions of packages,
 * with the Node.js version. The package build inserts the digest instead.
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
