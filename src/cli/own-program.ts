import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What Node.js is given to run this program once more, before its command: compiled as in the package, or its TypeScript as in the repository. */
export function ownProgram(): string[] {
  const compiled = join(__dirname, "bin.js");
  if (existsSync(compiled)) return [compiled];
  return ["--import", pathToFileURL(require.resolve("tsx")).href, join(__dirname, "main.ts")];
}
