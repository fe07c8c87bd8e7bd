import { cpSync } from "node:fs";
import { join } from "node:path";

import { projectFolder } from "./project-folder";

/** A project like the one that is shipped: a sandbox, an account to try in, and production with its state in S3. Not to be written to. */
export const threeEnvironments = join(__dirname, "..", "fixtures", "three-environments");

/** A copy of it, to be changed at will. */
export function copyOfThreeEnvironments(): string {
  const folder = projectFolder({});
  cpSync(threeEnvironments, folder, { recursive: true });
  return folder;
}
