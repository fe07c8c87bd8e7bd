import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import type { Project } from "../../project/load-project";
import { lockedProvider, providerLockFile, readProviderLock, wantedProvider } from "../../project/provider-lock";
import { environmentOf, stacksOf } from "../../project/stacks";
import { laidRecord } from "../../project/terraform-files";
import { providerInstallation } from "../../terraform/provider-mirror";
import { runTerraform, TerraformError, type TerraformOptions } from "../../terraform/run-terraform";
import { userEnvironment } from "../../terraform/user-environment";
import { environmentsMustExist } from "../must-exist";
import type { Step } from "../progress";
import { synthesisedStacks } from "../synthesised-stacks";

/** What Terraform needs to work on one stack. */
export interface StackOptions {
  /** The project folder. */
  readonly root: string;
  /** Name of the environment, or of the stack of a consumer. */
  readonly stack: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly step: Step;
  /** An existing folder for temporary files, e.g. Terraform's CLI configuration. */
  readonly temporary: string;
}

/** A synthesised stack on which `terraform init` has run. */
export interface ReadyStack {
  /** Folder of the stack's cdk.tf.json. */
  readonly folder: string;
  /** The project that is synthesised. */
  readonly project: Project;
  /** SHA-256 of the synthesised files, including the provider lock if there is one. */
  readonly configuration: string;
  /** Text of the environment's provider lock; undefined if there is none. */
  readonly providerLock?: string;
  readonly terraform: (onLine?: (line: string) => void) => TerraformOptions;
}

/** Checks and synthesises the project, and runs `terraform init` in the folder of one stack. */
export async function readyStack({
  root,
  stack,
  environment,
  signal,
  step,
  temporary,
}: StackOptions): Promise<ReadyStack> {
  const outdir = join(root, "cdktf.out");
  const folder = join(outdir, "stacks", stack);
  const { project, configuration } = await step(
    "Check and synthesise the project",
    async () => {
      const synthesised = await synthesisedStacks(root, outdir, environment);
      environmentsMustExist([stack], synthesised.stacks);
      return { project: synthesised.project, configuration: await configurationOf(folder) };
    },
    () => stack,
  );
  const owner = environmentOf(project, stack);
  const providerLock = await readProviderLock(root, owner);
  const constraint = await wantedProvider(folder);
  const variables = userEnvironment(environment, await providerInstallation(environment, temporary, { constraint }));
  const terraform = (onLine?: (line: string) => void): TerraformOptions => ({
    folder,
    environment: variables,
    signal,
    onLine,
  });
  await step("terraform init", async (doing) => {
    // A reviewed lock must not change: Terraform fails if the lock does not have the provider.
    const locked = providerLock === undefined ? [] : ["-lockfile=readonly"];
    await runTerraform(terraform(doing), ["init", "-no-color", ...locked]).catch((error: unknown) => {
      throw providerLock === undefined ? error : explained(error, owner);
    });
    return providerLock === undefined ? "ready" : `ready, with AWS provider ${lockedProvider(providerLock) ?? "?"}`;
  });
  return { folder, project, configuration, providerLock, terraform };
}

/** Checks the name of a stack without a synthesis. @throws UsageError if the project has neither this stack nor a file for it */
export function stackMustExist(project: Project, stack: string): void {
  const stacks = stacksOf(project).map(({ name }) => name);
  environmentsMustExist([stack], new Set([...stacks, ...project.environments.keys()]));
}

/** Adds what to do to an error about a provider that does not match the lock. */
function explained(error: unknown, environment: string): unknown {
  if (!(error instanceof TerraformError) || !/lock file|locked|checksum/i.test(error.message)) return error;
  const command = (options: string) => `"${howToRun(`provider-lock ${environment}${options}`)}"`;
  return new UserError(
    `${error.message}\n${providerLockFile(environment)} does not fit. For a new constraint on the provider run ${command(" --upgrade")}, for another platform ${command(" --platform PLATFORM")}, and commit the file.`,
  );
}

/** Returns the SHA-256 of a stack's JSON and of the files that are copied beside it, including its provider lock. */
async function configurationOf(folder: string): Promise<string> {
  const hash = createHash("sha256").update(await readFile(join(folder, "cdk.tf.json")));
  const record = await readFile(join(folder, laidRecord), "utf8").catch(() => "[]");
  for (const file of JSON.parse(record) as string[])
    hash.update(`\n${file}\n`).update(await readFile(join(folder, file)));
  return hash.digest("hex");
}

/** The identity of a Terraform state. */
export interface StateOfStack {
  readonly lineage: string;
  readonly serial: number;
  readonly terraformVersion?: string;
}

/** Returns lineage, serial and Terraform version of the current state, or undefined if there is no state yet. */
export async function stateOf(terraform: TerraformOptions): Promise<StateOfStack | undefined> {
  const { stdout } = await runTerraform(terraform, ["state", "pull"]);
  if (stdout.trim() === "") return undefined;
  const {
    lineage,
    serial,
    terraform_version: terraformVersion,
  } = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  if (typeof lineage !== "string" || lineage === "" || typeof serial !== "number") return undefined;
  return { lineage, serial, terraformVersion: typeof terraformVersion === "string" ? terraformVersion : undefined };
}
