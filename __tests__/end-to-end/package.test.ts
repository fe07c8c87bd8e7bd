import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { copyOfThreeEnvironments } from "../helpers/three-environments";
import { repository, temporaryFolder } from "./harness";
import { keptProvider } from "./provider/kept-provider";

/** Without what npm tells the scripts that it runs, such as these tests. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));

function run(folder: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The packages that the user installs beside it, and those of the tests. */
const beside = ["cdktf", "cdktf-cli", "constructs", "@cdktf/provider-aws", "@types"];

/**
 * A folder with the package installed from its tarball. npm unpacks it offline, for it has no dependencies of its own; CDKTF is linked from
 * this repository, 600 MB that nothing here is about.
 */
function install(tarball: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), "{}");
  run(folder, "npm", "install", "--offline", "--legacy-peer-deps", "--no-audit", "--no-fund", tarball);
  for (const name of beside) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}

/** A copy of what was installed, to be written to. */
function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Puts the files of a project into a folder. */
function withProject(folder: string): string {
  cpSync(copyOfThreeEnvironments(), folder, { recursive: true });
  return folder;
}

/** The CDKTF CLI 0.21 comes compiled for Node.js up to 22; for a later one, npm compiles it where it is installed. */
const describeWithCli = Number(process.versions.modules) <= 127 ? describe : describe.skip;

const stack = (outdir: string) =>
  JSON.parse(readFileSync(join(outdir, "stacks", "poc", "cdk.tf.json"), "utf8")) as unknown;

describe("the package", () => {
  let tarball = "";
  /** A folder that has it. */
  let installed = "";

  beforeAll(() => {
    const folder = temporaryFolder();
    // Of what compile-program.ts has made: made anew here, it would be gone for a moment for the tests beside these.
    run(repository, "npm", "pack", "--ignore-scripts", "--pack-destination", folder);
    tarball = join(folder, readdirSync(folder)[0] ?? "");
    installed = install(tarball);
  });

  it("holds less than 60 files in less than 1.5 MB", () => {
    expect(statSync(tarball).size).toBeLessThan(1_500_000);
    const files = run(repository, "tar", "-tzf", tarball).trim().split("\n");
    expect(files.length).toBeLessThan(60);
    expect(files.filter((file) => /\/(src|__tests__|sandbox|scripts|stacks)\//.test(file))).toStrictEqual([]);
  });

  it("checks, and writes the same bytes as the repository, without anything else installed", () => {
    const folder = withProject(copyOf(installed));
    const program = join(folder, "node_modules", ".bin", "golden-images");
    expect(run(folder, program, "check")).toMatch(/^no problems\n/);
    run(folder, program, "synth");
    const project = copyOfThreeEnvironments();
    const source = ["--import", pathToFileURL(require.resolve("tsx")).href, join(repository, "src", "cli", "main.ts")];
    run(project, process.execPath, ...source, "synth");
    expect(stack(join(folder, "cdktf.out"))).toStrictEqual(stack(join(project, "cdktf.out")));
  });

  it("starts a project in an empty folder that passes, and deploys to the local AWS", async () => {
    const folder = copyOf(installed);
    const program = join(folder, "node_modules", ".bin", "golden-images");
    expect(run(folder, program, "init", "--yes")).toContain("package.json is there already and stays as it is\n");
    expect(run(folder, program, "check")).toMatch(/^no problems\n/);
    const env = { ...environment, ...keptProvider() };
    const { stdout } = await promisify(execFile)(program, ["demo"], { cwd: folder, env });
    expect(stdout).toMatch(
      /stack dev[^]*component-missing[^]*terraform plan: nothing to change[^]*1\.0\.0 → 1\.0\.1[^]*anything left: nothing/,
    );
  });

  describeWithCli("and the CDKTF CLI", () => {
    it("starts a project that is one for it, too", () => {
      const folder = copyOf(installed);
      run(folder, join(folder, "node_modules", ".bin", "golden-images"), "init", "--yes");
      const cdktf = join(folder, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
      expect(run(folder, process.execPath, cdktf, "synth")).toContain("dev");
      expect(existsSync(join(folder, "cdktf.out", "stacks", "dev", "cdk.tf.json"))).toBe(true);
    });
  });

  it("does not load CDKTF to check a document", () => {
    const folder = withProject(copyOf(installed));
    const report = "process.on('exit', () => console.log(Object.keys(require.cache).join('\\n')))";
    const preload = join(folder, "report.cjs");
    writeFileSync(preload, report);
    const bin = join(folder, "node_modules", "golden-images", "dist", "bin.js");
    const output = run(folder, process.execPath, "--require", preload, bin, "check", "components/linux/update-os.yaml");
    const loaded = output.split("\n").filter((line) => line.startsWith("/"));
    expect(loaded.filter((file) => file.includes("/documents.js"))).toHaveLength(1);
    expect(loaded.filter((file) => /cdktf|\/(stacks|project|review|sandbox|zod)\.js$/.test(file))).toStrictEqual([]);
  });

  it("is an application for the CDKTF CLI in a main.ts of one line, also for a Node.js that knows no TypeScript", () => {
    const folder = withProject(copyOf(installed));
    writeFileSync(join(folder, "main.ts"), 'void import("golden-images/app").then(({ app }) => app());\n');
    run(folder, process.execPath, "main.ts");
    expect(existsSync(join(folder, "cdktf.out", "stacks", "poc", "cdk.tf.json"))).toBe(true);
  });

  it("lends its stacks to an application of one's own, with types", () => {
    const folder = withProject(copyOf(installed));
    cpSync(join(repository, "examples", "compose", "main.ts"), join(folder, "main.ts"));
    const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
    const options = ["--strict", "--target", "es2022", "--module", "node16", "--types", "node", "--outDir", "built"];
    run(folder, process.execPath, tsc, ...options, "main.ts");
    run(folder, process.execPath, join("built", "main.js"));
    expect(stack(join(folder, "cdktf.out"))).toMatchObject({
      resource: { aws_iam_policy: { "start-builds": { name: "start-image-builds-poc" } } },
    });
  });

  it("exports what is documented, and nothing else", () => {
    const folder = copyOf(installed);
    const list = (name: string) =>
      run(folder, process.execPath, "-p", `Object.keys(require("${name}")).sort().join(" ")`).trim();
    expect(list("golden-images/app")).toBe("app");
    expect(list("golden-images").split(" ")).toStrictEqual([
      "Component",
      "ContainerRecipe",
      "DistributionConfiguration",
      "DocumentBucket",
      "Image",
      "ImageConsumerStack",
      "ImageFactoryStack",
      "ImagePipeline",
      "ImageRecipe",
      "InfrastructureConfiguration",
      "LifecyclePolicy",
      "WindDownStack",
      "Workflow",
      "resolveProject",
    ]);
    const schema = run(folder, process.execPath, "-p", 'require.resolve("golden-images/schemas/image.schema.json")');
    expect(existsSync(schema.trim())).toBe(true);
  });
});
