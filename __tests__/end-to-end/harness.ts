import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { givenInStack } from "../../sandbox/given/given-in-stack";
import type { Sandbox } from "../../sandbox/start";
import { synthesise } from "../../src/cli/demo/synthesise";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { type Terraform, terraformIn } from "../../src/terraform/terraform";

export const repository = join(__dirname, "..", "..");

/** The environments of this repository; beside each definition lies the lock of its provider. */
export const shippedEnvironments = readdirSync(join(repository, "environments"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));

/** What the user writes; the rest of the repository is the application. */
const written = ["images", "containers", "environments", "components", "workflows", "versions.lock.json"];

const temporary: string[] = [];

/** A folder that goes when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "golden-images-end-to-end-"));
  temporary.push(folder);
  return folder;
}

/** A copy of this repository's project, to be changed at will. */
export function copyOfProject(): string {
  const project = temporaryFolder();
  for (const name of written.filter((path) => existsSync(join(repository, path)))) {
    cpSync(join(repository, name), join(project, name), { recursive: true });
  }
  return project;
}

/** Synthesises a project and fails with what it says where it refuses. */
export async function synthesised(project: string, outdir: string): Promise<string> {
  const { exitCode, stderr } = await synthesise({ project, outdir, environment: process.env });
  if (exitCode !== 0) throw new Error(stderr);
  return outdir;
}

/** The real Terraform on one stack of a synthesised project. */
export async function terraformOn(
  outdir: string,
  stack: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<Terraform> {
  const installation = await providerInstallation(process.env, temporaryFolder());
  return terraformIn({
    folder: join(outdir, "stacks", stack),
    environment: terraformEnvironment(process.env, { ...installation, ...variables }),
  });
}

afterAll(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes in the sandbox what a synthesised stack names and does not make, such as a subnet. */
export async function giveNamed(sandbox: Sandbox, outdir: string, stack: string): Promise<void> {
  const json = await readFile(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
  await sandbox.give(givenInStack(JSON.parse(json) as Record<string, unknown>));
}
