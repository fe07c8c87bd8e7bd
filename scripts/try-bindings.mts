import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

interface Trial {
  readonly packages: Readonly<Record<string, string>>;
  /** Names of packages in imports, from the name here to the name in the other bindings. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** Other bindings with which this project has to work. Their versions are pinned, so that a failure comes from a change of this project. */
const trials: Readonly<Record<string, Trial>> = {
  /** Bindings for the AWS provider ~> 6.0. */
  "provider-6": { packages: { "@cdktf/provider-aws": "21.22.1" }, renamed: {} },
  /** Bindings of the fork that continues CDKTF, which was archived. They are for AWS provider 6. */
  cdktn: {
    packages: { cdktn: "0.24.0", "@cdktn/provider-aws": "25.7.0" },
    renamed: { cdktf: "cdktn", "@cdktf/provider-aws": "@cdktn/provider-aws" },
  },
};

const root = join(import.meta.dirname, "..");
/** Folders of the projects whose JSON is compared, relative to the repository. */
const projects = [".", "examples/everything"];

/**
 * Checks the types and synthesises in a copy of the repository with other bindings than those of package.json, and compares the JSON as
 * data. Without arguments: all trials; one trial: `npm run test:bindings -- cdktn`.
 */
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(trials)) {
  const trial = trials[name];
  if (trial === undefined)
    throw new Error(`there is no trial "${name}"; name one of ${Object.keys(trials).join(", ")}`);
  const copy = mkdtempSync(join(tmpdir(), "golden-images-bindings-"));
  try {
    console.log(`${name}: ${install(copy, trial.packages)}`);
    copyRepository(copy);
    console.log(`${renameImports(copy, trial.renamed)} lines of imports changed`);
    execFileSync(process.execPath, [join("node_modules", "typescript", "bin", "tsc")], { cwd: copy, stdio: "inherit" });
    console.log("types fit");
    for (const project of projects) console.log(`${project}: the JSON of ${compare(copy, project)} stacks is the same`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Installs packages into a folder's node_modules, and links all other packages of this repository beside them. Returns what was installed. */
function install(folder: string, packages: Trial["packages"]): string {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  writeFileSync(join(folder, "package.json"), "{}");
  const quiet = ["--no-save", "--no-audit", "--no-fund", "--loglevel", "error"];
  execFileSync("npm", ["install", "--legacy-peer-deps", ...quiet, ...wanted], { cwd: folder, stdio: "inherit" });
  link(join(root, "node_modules"), join(folder, "node_modules"));
  return wanted.join(", ");
}

function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => !each.startsWith(".")))
    if (!existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name));
    else if (name.startsWith("@")) link(join(from, name), join(to, name));
}

function copyRepository(folder: string): void {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files.filter((each) => existsSync(join(root, each)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
}

function renameImports(folder: string, renamed: Trial["renamed"]): number {
  let lines = 0;
  const imported = Object.keys(renamed).map((name) => name.replace(/\W/g, "\\$&"));
  if (imported.length === 0) return 0;
  const pattern = new RegExp(`(from |import\\(|require\\(|import )(["'])(${imported.join("|")})(?=["'/])`, "g");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.m?ts$/.test(file) || file.startsWith("node_modules")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const changed = text.replace(pattern, (_, before: string, quote: string, name: string) => {
      lines += 1;
      return `${before}${quote}${renamed[name] ?? name}`;
    });
    if (changed !== text) writeFileSync(join(folder, file), changed);
  }
  return lines;
}

/** Compares the JSON of a project. @returns the number of stacks @throws Error if a stack differs; the message names the place */
function compare(copy: string, project: string): number {
  const [expected, got] = [root, copy].map((folder) => synthesised(folder, join(folder, project)));
  const names = Object.keys(expected ?? {});
  if (!isDeepStrictEqual(names, Object.keys(got ?? {}))) throw new Error(`${project}: other stacks are written`);
  for (const stack of names) {
    const place = difference(expected?.[stack], got?.[stack]);
    if (place !== undefined) throw new Error(`${project}: stack ${stack} differs at ${place}`);
  }
  return names.length;
}

/** Returns the first place where two values differ, with both values; undefined if they are equal. */
function difference(expected: unknown, got: unknown, place = ""): string | undefined {
  if (isDeepStrictEqual(expected, got)) return undefined;
  if (!isObject(expected) || !isObject(got)) return `${place}: ${JSON.stringify(expected)}, and ${JSON.stringify(got)}`;
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  const inside = keys.map((key) => difference(expected[key], got[key], place === "" ? key : `${place}.${key}`));
  return inside.find((each) => each !== undefined) ?? `${place}: the order`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Returns the JSON of each stack by name, without CDKTF's metadata. */
function synthesised(program: string, project: string): Readonly<Record<string, unknown>> {
  // Both output folders have the same distance to the project, because paths in the JSON are relative.
  const outdir = join(program, "node_modules", ".cache", "golden-images", "json");
  rmSync(outdir, { recursive: true, force: true });
  try {
    const main = join(program, "src", "cli", "main.ts");
    run(program, "--import", "tsx", main, "synth", "--project", project, { CDKTF_OUTDIR: outdir });
    const stacks = join(outdir, "stacks");
    return Object.fromEntries(
      readdirSync(stacks).map((name) => {
        const json = JSON.parse(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8")) as Record<string, unknown>;
        // The fork writes the provider's source in full.
        const text = JSON.stringify({ ...json, "//": undefined }).replace('"source":"hashicorp/aws"', '"source":"aws"');
        return [name, JSON.parse(text) as unknown];
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function run(folder: string, ...args: readonly (string | NodeJS.ProcessEnv)[]): void {
  const variables = args.find((each) => typeof each === "object");
  execFileSync(
    process.execPath,
    args.filter((each) => typeof each === "string"),
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...variables },
    },
  );
}
