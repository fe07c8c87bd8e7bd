import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Replaces src/cli/own-program in these tests: the compiled program of the package, which starts in a third of the time of its TypeScript.
 * compile-program.ts builds it.
 */
export function ownProgram(): string[] {
  const compiled = join(__dirname, "..", "..", "dist", "bin.js");
  if (!existsSync(compiled)) throw new Error("dist/bin.js is not there: npm run build:package makes it");
  return [compiled];
}
