import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { rolldown } from "rolldown";

import { counted } from "../src/collections/counted";
import { bareFleetOf } from "./bare/bare-fleet";
import { type FleetSize, generateFleet } from "./fleet/generate-fleet";
import { writeProject } from "./fleet/write-project";
import { startCounting } from "./growth/count-work";
import { growthOf, type Step } from "./growth/growth";
import type { Program } from "./measure/run-program";
import { sideBySide } from "./measure/side-by-side";

/**
 * `npm run bench`: measures `check` and `synth` of the built package, each beside a minimal program for the same task, in the same run.
 * Prints tables for docs/performance.md, which explains them.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    "most-rounds": { type: "string", default: "40" },
    images: { type: "string", default: "1,10,100" },
    "no-growth": { type: "boolean", default: false },
  },
});
const rounds = { least: Number(values.rounds), most: Number(values["most-rounds"]) };
const sizes = values.images.split(",").map(Number);

const repository = join(__dirname, "..");
const program = join(repository, "dist/bin.js");
const fleets = mkdtempSync(join(tmpdir(), "golden-images-bench-"));
/** Folder from which programs find the packages of this repository. */
const programs = join(repository, "node_modules/.cache/golden-images/bench");

/** Writes a fleet with its lock, and with fleet.json for the bare program. Returns the folder. */
async function projectOf(size: FleetSize): Promise<string> {
  const folder = join(fleets, `${size.images}-${size.environments ?? 1}`);
  if (existsSync(folder)) return folder;
  writeProject(folder, generateFleet(size));
  const { inspectProject } = await import("../src/checks/inspect-project");
  const { lock, project, problems } = await inspectProject(folder);
  if (lock === undefined || problems.length > 0)
    throw new Error(`the fleet is at fault: ${JSON.stringify(problems[0])}`);
  writeFileSync(join(folder, "versions.lock.json"), lock.text);
  writeFileSync(join(folder, "fleet.json"), JSON.stringify(bareFleetOf(project)));
  return folder;
}

async function buildBareProgram(): Promise<string> {
  const bundle = await rolldown({
    cwd: repository,
    input: "benchmarks/bare/bare-app.mts",
    platform: "node",
    external: [/^cdktf/, /^constructs/, /^@cdktf\//],
  });
  mkdirSync(programs, { recursive: true });
  await bundle.write({ file: join(programs, "bare-app.js"), format: "cjs" });
  return join(programs, "bare-app.js");
}

const rows: string[][] = [];

function compare(what: string, with_: string, one: Program, against: Program): void {
  const comparison = sideBySide(one, against, rounds);
  const { program: used, against: least, ratio, cpuRatio } = comparison;
  rows.push([
    what,
    ...[used.cpu, used.wall].map((each) => each.toFixed(2)),
    used.megabytes.toFixed(0),
    with_,
    ...[least.cpu, least.wall].map((each) => each.toFixed(2)),
    least.megabytes.toFixed(0),
    ratio.cpu.toFixed(2),
    [cpuRatio.from, cpuRatio.to].map((each) => each.toFixed(2)).join("–"),
    String(comparison.rounds),
    ratio.megabytes.toFixed(2),
  ]);
}

/** Counts the resources of each type in a stack, to check that both programs created the same ones. */
function resourcesIn(outdir: string, stack: string): { readonly counts: string; readonly bytes: number } {
  const file = join(outdir, "stacks", stack, "cdk.tf.json");
  const { resource } = JSON.parse(readFileSync(file, "utf8")) as { resource: Record<string, object> };
  const counts = Object.entries(resource).map(([type, named]) => `${type} ${Object.keys(named).length}`);
  return { counts: counts.sort().join("\n"), bytes: statSync(file).size };
}

async function compareChecks(): Promise<void> {
  const file = "components/linux/harden-ssh.yaml";
  compare(
    "`check` of one file",
    "loading `yaml` and `zod`",
    { args: [program, "check", file], cwd: repository },
    { args: ["-e", 'require("yaml"); require("zod")'], cwd: repository },
  );
  for (const images of sizes) {
    const folder = await projectOf({ images });
    const parsing = { args: [join(__dirname, "parse-documents.cjs"), folder], cwd: repository };
    const what = `\`check\` of ${counted(images, "image")}, ${images * 8} documents`;
    const parsed = "parsing these documents";
    compare(`${what}, nothing kept`, parsed, { args: [program, "check", "--no-cache"], cwd: folder }, parsing);
    compare(`${what}, nothing changed`, parsed, { args: [program, "check"], cwd: folder }, parsing);
  }
}

async function compareSyntheses(bare: string): Promise<string[][]> {
  const json: string[][] = [];
  for (const size of [...sizes.map((images) => ({ images, environments: 1 })), { images: 10, environments: 10 }]) {
    const folder = await projectOf(size);
    const [ours, theirs] = [join(folder, "cdktf.out"), join(folder, "bare.out")];
    const what = `${counted(size.images, "image")} in ${counted(size.environments, "environment")}`;
    const synth = { args: [program, "synth"], cwd: folder };
    const bareSynth = { args: [bare, folder, theirs], cwd: folder };
    compare(
      `\`synth\` of ${what}, new output`,
      "bare CDKTF",
      { ...synth, removed: ours },
      { ...bareSynth, removed: theirs },
    );
    compare(`\`synth\` of ${what}, again`, "bare CDKTF", synth, bareSynth);
    const [own, least] = [resourcesIn(ours, "env-0000"), resourcesIn(theirs, "env-0000")];
    if (own.counts !== least.counts) throw new Error(`not the same resources:\n${own.counts}\n---\n${least.counts}`);
    const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);
    json.push([what, kilobytes(own.bytes), kilobytes(least.bytes), (own.bytes / least.bytes).toFixed(2)]);
  }
  return json;
}

const steps: readonly (Step & { readonly what: string })[] = [
  {
    what: "10 to 1,000 images",
    small: { images: 10, documents: 1 },
    large: { images: 1000, documents: 1 },
    factor: 100,
  },
  {
    what: "1 to 100 environments",
    small: { images: 2, environments: 1, documents: 1 },
    large: { images: 2, environments: 100, documents: 1 },
    factor: 100,
  },
];

async function growth(): Promise<string[][]> {
  const counter = await startCounting(repository);
  const { inspectProject } = await import("../src/checks/inspect-project");
  const { synthesise } = await import("../stacks/synthesise");
  const commands = {
    check: async (folder: string) => inspectProject(folder),
    synth: async (folder: string) => synthesise(folder, join(folder, "cdktf.out")),
  };
  const found: string[][] = [];
  for (const [command, work] of Object.entries(commands))
    for (const step of steps) {
      const { exponent, steepest } = await growthOf(counter, step, work);
      const [worst] = steepest;
      found.push([
        `\`${command}\`, ${step.what}`,
        exponent.toFixed(2),
        worst?.exponent.toFixed(2) ?? "",
        worst?.name ?? "",
      ]);
    }
  counter.stop();
  return found;
}

function printTable(head: readonly string[], body: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  console.log([line(head), line(head.map(() => "---")), ...body.map(line)].join("\n"));
  console.log();
}

async function bench(): Promise<void> {
  // Runs before any other code is loaded, because code that is already compiled is not counted.
  const grown = values["no-growth"] ? [] : await growth();
  execFileSync("npm", ["run", "--silent", "build:package"], { cwd: repository, stdio: "inherit" });
  const bare = await buildBareProgram();
  await compareChecks();
  const json = await compareSyntheses(bare);
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  const { length, [0]: cpu } = cpus();
  console.log(`golden-images ${version}, Node.js ${process.version}, ${length} × ${cpu?.model.trim() ?? "?"},`);
  console.log(`medians, ${new Date().toISOString().slice(0, 10)}`);
  console.log();
  const usage = ["CPU s", "wall s", "MB"];
  printTable(["what", ...usage, "beside", ...usage, "CPU ratio", "95 %", "rounds", "memory ratio"], rows);
  printTable(["JSON of one stack", "kB", "kB of bare CDKTF", "ratio"], json);
  if (grown.length > 0) printTable(["growth of the work", "exponent", "steepest function", "which"], grown);
}

bench()
  .finally(() => {
    rmSync(fleets, { recursive: true, force: true });
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
