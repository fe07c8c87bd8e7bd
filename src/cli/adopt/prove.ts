import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Proof, proofInWords, proofOf } from "../../adoption/proof";
import { UserError } from "../../files/user-error";
import { wantedProvider } from "../../project/provider-lock";
import { isFault, readPlan } from "../../review/plan/read-plan";
import { plannedJson } from "../../terraform/planned-json";
import { providerInstallation } from "../../terraform/provider-mirror";
import { runTerraform, type TerraformOptions } from "../../terraform/run-terraform";
import { userEnvironment } from "../../terraform/user-environment";
import { readyStack, type StackOptions } from "../plans/stack";
import type { Input } from "./read-input";

export interface ProveOptions extends Omit<StackOptions, "root" | "stack"> {
  /** Whether recipes may get their next version. Default: false. */
  readonly newVersions?: boolean;
}

/** Runs `terraform plan` in an initialised folder, and checks the plan. */
export async function proveIn(
  terraform: TerraformOptions,
  { step, temporary, newVersions }: ProveOptions,
): Promise<Proof> {
  const json = await step(
    "terraform plan",
    async (doing) => plannedJson({ ...terraform, onLine: doing }, join(temporary, "adoption.tfplan"), ["-lock=false"]),
    () => "made",
  );
  const plan = readPlan(json);
  if (isFault(plan)) throw new UserError(`${plan.message}; ${plan.fix}`);
  return proofOf(plan, { newVersions });
}

/** A state beside the stack, and the proof that its plan destroys and replaces nothing. */
export interface Proven {
  readonly proof: Proof;
  /** The state after Terraform has converted it, if it had to be. */
  readonly state: string;
}

/**
 * Plans a synthesised stack against a copy of the state, whichever backend the stack has. AWS is only read.
 *
 * @param stackFolder folder of the stack's cdk.tf.json
 */
export async function proveWithCopy(
  stackFolder: string,
  { state, text }: Input,
  options: ProveOptions,
): Promise<Proven> {
  const folder = join(options.temporary, "proof");
  await mkdir(folder, { recursive: true });
  await cp(stackFolder, folder, { recursive: true });
  const file = join(folder, "copy.tfstate");
  await writeFile(file, text, { mode: 0o600 });
  await useLocalState(join(folder, "cdk.tf.json"));
  const constraint = await wantedProvider(folder);
  const installation = await providerInstallation(options.environment, options.temporary, { constraint });
  const terraform: TerraformOptions = {
    folder,
    environment: userEnvironment(options.environment, installation),
    signal: options.signal,
  };
  await options.step("terraform init", async (doing) => {
    // Terraform 0.13 and newer do not accept a state in which providers have the names of older versions.
    if (state.legacyProviders) {
      await runTerraform(terraform, ["init", "-no-color"], [0, 1]);
      await runTerraform(terraform, [
        "state",
        "replace-provider",
        "-auto-approve",
        "registry.terraform.io/-/aws",
        "hashicorp/aws",
      ]);
    }
    await runTerraform({ ...terraform, onLine: doing }, ["init", "-no-color"]);
    return "ready";
  });
  return { proof: await proveIn(terraform, options), state: await readFile(file, "utf8") };
}

async function useLocalState(file: string): Promise<void> {
  const json = JSON.parse(await readFile(file, "utf8")) as { terraform: Record<string, unknown> };
  const terraform = { ...json.terraform, cloud: undefined, backend: { local: { path: "copy.tfstate" } } };
  await writeFile(file, JSON.stringify({ ...json, terraform }));
}

export interface CheckAdoptionOptions extends StackOptions {
  readonly say: (line: string) => void;
}

/** Plans an environment and prints the proof. @returns true if the plan destroys and replaces nothing */
export async function runCheckAdoption(options: CheckAdoptionOptions): Promise<boolean> {
  const ready = await readyStack(options);
  const proof = await proveIn(ready.terraform(), options);
  for (const line of proofInWords(proof)) options.say(line);
  options.say(proof.holds ? "Nothing is destroyed, nothing is replaced." : "This plan destroys or replaces something.");
  return proof.holds;
}
