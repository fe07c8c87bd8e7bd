import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Major versions that `engines` allows and that are still maintained, except the oldest, which runs all other tests. */
const majors = ["22", "24"];

const root = join(import.meta.dirname, "..");

/**
 * Runs the tests of the package with other versions of Node.js. Without arguments: all of {@link majors}; one version: `npm run test:node
 * -- 24`. Installs Node.js below node_modules/.cache from the npm package `node`.
 */
for (const major of process.argv.length > 2 ? process.argv.slice(2) : majors) {
  const folder = join(root, "node_modules", ".cache", "golden-images", `node-${major}`);
  mkdirSync(folder, { recursive: true });
  const install = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--loglevel", "error"];
  run("npm", [...install, `node@${major}`], process.env.PATH ?? "");
  const path = [join(folder, "node_modules", "node", "bin"), process.env.PATH ?? ""].join(delimiter);
  const version = execFileSync("node", ["--version"], { encoding: "utf8", env: { ...process.env, PATH: path } }).trim();
  if (!version.startsWith(`v${major}.`)) throw new Error(`npm installed Node.js ${version} for node@${major}`);
  console.log(`Node.js ${version}`);
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  run("node", [jest, "--selectProjects", "e2e", "-w", "1", "__tests__/end-to-end/package.test.ts"], path);
}

function run(program: string, args: readonly string[], path: string): void {
  execFileSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: path } });
}
