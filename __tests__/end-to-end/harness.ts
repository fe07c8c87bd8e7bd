import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { givenInStack } from "../../sandbox/given/given-in-stack";
import type { Sandbox } from "../../sandbox/start";
import { liftGuards } from "../../src/cli/demo/lift-guards";
import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { type Terraform, terraformIn } from "../../src/terraform/terraform";
import { keptProvider } from "./provider/kept-provider";
import { type Running, startOwnProgram } from "./start-own-program";

export const repository = join(__dirname, "..", "..");

const temporary: string[] = [];

/** Creates a folder that is removed at the end of the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "golden-images-end-to-end-"));
  temporary.push(folder);
  return folder;
}

/** Starts `synth`. */
export function synth(project: string, outdir: string): Running {
  return startOwnProgram(project, ["synth"], terraformEnvironment(process.env, { CDKTF_OUTDIR: outdir }));
}

/** Synthesises a project. @throws with its error output if it fails */
export async function synthesised(project: string, outdir: string): Promise<string> {
  const { code, output } = await synth(project, outdir).end;
  if (code !== 0) throw new Error(output);
  return outdir;
}

/** Variables with which Terraform finds the provider; kept because searching the machine is slow. */
let installation: Promise<NodeJS.ProcessEnv> | undefined;

/** Returns the real Terraform for one stack of a synthesised project; see `keptProvider` for its provider. */
export async function terraformOn(
  outdir: string,
  stack: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<Terraform> {
  installation ??= providerInstallation(process.env, temporaryFolder());
  const folder = join(outdir, "stacks", stack);
  const environment = terraformEnvironment(process.env, { ...(await installation), ...variables, ...keptProvider() });
  const terraform = terraformIn({ folder, environment });
  return {
    ...terraform,
    destroy: async () => {
      // Buckets are protected against destruction.
      await liftGuards(folder);
      await terraform.destroy();
    },
  };
}

afterAll(() => {
  installation = undefined;
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Creates in the sandbox the resources that a synthesised stack refers to but does not create, such as a subnet. */
export async function giveNamed(sandbox: Sandbox, outdir: string, stack: string): Promise<void> {
  const json = await readFile(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
  await sandbox.give(givenInStack(JSON.parse(json) as Record<string, unknown>));
}
