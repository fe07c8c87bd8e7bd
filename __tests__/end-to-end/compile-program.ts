import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const repository = join(__dirname, "..", "..");

/** What the package is made of. */
const sources = ["src", "stacks", "sandbox", "scripts", "package-lock.json"];

/** Makes dist/, unless it is newer than all that it is made of. */
export function compileProgram(): void {
  const compiled = join(repository, "dist", "NOTICES.txt");
  if (existsSync(compiled) && statSync(compiled).mtimeMs > Math.max(...sources.map(changedLast))) return;
  execFileSync("npm", ["run", "--silent", "build:package"], { cwd: repository, stdio: "inherit" });
}

/** Milliseconds; of a folder with all in it, itself included, so that what was deleted counts. */
function changedLast(name: string): number {
  const path = join(repository, name);
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((each) => changedLast(join(name, each))));
}
