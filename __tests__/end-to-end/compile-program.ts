import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const repository = join(__dirname, "..", "..");

/** Files and folders from which the package is built. */
const sources = ["src", "stacks", "sandbox", "scripts", "package-lock.json"];

/** Builds dist/, unless it is newer than all its sources. */
export function compileProgram(): void {
  const compiled = join(repository, "dist", "NOTICES.txt");
  if (existsSync(compiled) && statSync(compiled).mtimeMs > Math.max(...sources.map(changedLast))) return;
  execFileSync("npm", ["run", "--silent", "build:package"], { cwd: repository, stdio: "inherit" });
}

/** Returns the time of the last change in milliseconds. A folder includes its content and itself, so that deletions count. */
function changedLast(name: string): number {
  const path = join(repository, name);
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((each) => changedLast(join(name, each))));
}
