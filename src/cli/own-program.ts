import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Returns the Node.js arguments that run this program again, before the command: the compiled file, or TypeScript in the repository. */
export function ownProgram(): string[] {
  const compiled = join(__dirname, "bin.js");
  if (existsSync(compiled)) return [compiled];
  return ["--import", pathToFileURL(require.resolve("tsx")).href, join(__dirname, "main.ts")];
}
