import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";

import { runTerraform } from "../../terraform/run-terraform";
import { type Terraform, terraformIn } from "../../terraform/terraform";
import type { PreparedStack } from "./prepared-stack";

type Doing = (line: string) => void;

/** A stack in the folder that Terraform deploys it to a local AWS from. */
export class LocalStack {
  constructor(
    readonly stack: PreparedStack,
    /** Environment variables of each process that talks to the local AWS. */
    readonly environment: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal,
  ) {}

  terraform(onLine?: Doing): Terraform {
    return terraformIn(this.options(onLine));
  }

  /** @returns what Terraform says at its end */
  async apply(onLine: Doing): Promise<string> {
    return this.summarised(onLine, ["apply", "-json", "-auto-approve"], "Apply complete");
  }

  /** @returns what Terraform says at its end */
  async destroy(onLine: Doing): Promise<string> {
    return this.summarised(onLine, ["destroy", "-json", "-auto-approve"], "Destroy complete");
  }

  /** @returns the plan as `terraform show -json` says it */
  async planJson(onLine: Doing): Promise<string> {
    await runTerraform(this.options(onLine), ["plan", "-json", "-out=demo.tfplan"]);
    return (await runTerraform(this.options(), ["show", "-json", "demo.tfplan"])).stdout;
  }

  /** Takes another synthesis of the same stack in the place of the one that is there; the state stays. */
  async replaceBy({ path }: PreparedStack): Promise<void> {
    for (const name of ["cdk.tf.json", "assets"]) {
      await rm(join(this.stack.path, name), { recursive: true, force: true });
      // A stack without documents in S3 has no assets.
      if (existsSync(join(path, name))) await cp(join(path, name), join(this.stack.path, name), { recursive: true });
    }
  }

  private async summarised(onLine: Doing, args: readonly string[], beginning: string): Promise<string> {
    let summary = "";
    await runTerraform(
      this.options((line) => {
        // Outputs come after it.
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
