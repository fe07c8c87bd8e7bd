import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * What stands in for src/cli/own-program in these tests: the program as users have it, compiled, which starts in a third of the time that its
 * TypeScript takes. compile-program.ts has made it.
 */
export function ownProgram(): string[] {
  const compiled = join(__dirname, "..", "..", "dist", "bin.js");
  if (!existsSync(compiled)) throw new Error("dist/bin.js is not there: npm run build:package makes it");
  return [compiled];
}
