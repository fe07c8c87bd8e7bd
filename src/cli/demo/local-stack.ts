import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";

import { plannedJson } from "../../terraform/planned-json";
import { runTerraform } from "../../terraform/run-terraform";
import { type Terraform, terraformIn } from "../../terraform/terraform";
import type { PreparedStack } from "./prepared-stack";

type Doing = (line: string) => void;

/** A synthesised stack that Terraform deploys to a local AWS. */
export class LocalStack {
  constructor(
    readonly stack: PreparedStack,
    /** Environment variables for all processes that use the local AWS. */
    readonly environment: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal,
  ) {}

  terraform(onLine?: Doing): Terraform {
    return terraformIn(this.options(onLine));
  }

  /** Applies the stack. @returns Terraform's summary */
  async apply(onLine: Doing): Promise<string> {
    return this.summarised(onLine, ["apply", "-json", "-auto-approve"], "Apply complete");
  }

  /** Destroys the stack. @returns Terraform's summary */
  async destroy(onLine: Doing): Promise<string> {
    return this.summarised(onLine, ["destroy", "-json", "-auto-approve"], "Destroy complete");
  }

  /** Plans the stack. @returns the output of `terraform show -json` for the plan */
  async planJson(onLine: Doing): Promise<string> {
    return plannedJson(this.options(onLine), "demo.tfplan");
  }

  /** Replaces the synthesised files by those of another synthesis of the same stack. Keeps the state. */
  async replaceBy({ path }: PreparedStack): Promise<void> {
    for (const name of ["cdk.tf.json", "assets"]) {
      await rm(join(this.stack.path, name), { recursive: true, force: true });
      // Only stacks with documents in S3 have assets.
      if (existsSync(join(path, name))) await cp(join(path, name), join(this.stack.path, name), { recursive: true });
    }
  }

  private async summarised(onLine: Doing, args: readonly string[], beginning: string): Promise<string> {
    let summary = "";
    await runTerraform(
      this.options((line) => {
        // Terraform prints its outputs after the summary.
        if (line.startsWith(beginning)) summary = line.replace(" Resources:", "");
        onLine(line);
      }),
      args,
    );
    return summary;
  }

  private options(onLine?: Doing) {
    return { folder: this.stack.path, environment: this.environment, onLine, signal: this.signal };
  }
}
