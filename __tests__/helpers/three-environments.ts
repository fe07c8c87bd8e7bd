import { cpSync } from "node:fs";
import { join } from "node:path";

import { projectFolder } from "./project-folder";

/**
 * Folder of a project like the shipped one: a sandbox, an account for tests, and production with its state in S3. Tests must not write to
 * it.
 */
export const threeEnvironments = join(__dirname, "..", "fixtures", "three-environments");

/** Returns the folder of a copy of this project that a test may change. */
export function copyOfThreeEnvironments(): string {
  const folder = projectFolder({});
  cpSync(threeEnvironments, folder, { recursive: true });
  return folder;
}
