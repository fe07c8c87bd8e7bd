import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { givenInStack } from "../../../sandbox/given/given-in-stack";
import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { inspectProject } from "../../../src/checks/inspect-project";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { synthesisedStacks } from "../../../src/cli/synthesised-stacks";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { runTerraform, type TerraformOptions } from "../../../src/terraform/run-terraform";
import { type Base, bases, type Files, type OutsideCall, type Scenario } from "./scenarios";

const contentTypes: Readonly<Record<OutsideCall["service"], string>> = {
  ec2: "application/x-www-form-urlencoded",
  iam: "application/x-www-form-urlencoded",
  imagebuilder: "application/json",
  s3: "application/xml",
  ssm: "application/x-amz-json-1.1",
};

/** Records the plans of changes to a base, which is deployed in its own sandbox. */
export class PlanRecorder {
  private constructor(
    private readonly base: Base,
    private readonly sandbox: Sandbox,
    private readonly temporary: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Starts a sandbox and initialises Terraform. @param variables additional variables of Terraform */
  static async start(base: Base, variables: NodeJS.ProcessEnv = {}): Promise<PlanRecorder> {
    const temporary = mkdtempSync(join(tmpdir(), "golden-images-plans-"));
    const sandbox = await startSandbox({ environment: process.env });
    const environment = terraformEnvironment(process.env, {
      ...(await providerInstallation(process.env, temporary)),
      ...sandboxCredentials(sandbox.endpoint, temporary),
      ...variables,
    });
    const recorder = new PlanRecorder(base, sandbox, temporary, environment);
    await recorder.write(bases[base]);
    await recorder.terraform(["init", "-no-color"]);
    return recorder;
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.temporary, { recursive: true, force: true });
  }

  /** Applies the base. */
  async apply(): Promise<void> {
    await this.write(bases[this.base]);
    if (this.isProject) {
      const stack = JSON.parse(readFileSync(join(this.folder, "cdk.tf.json"), "utf8")) as Readonly<
        Record<string, unknown>
      >;
      await this.sandbox.give(givenInStack(stack));
    }
    await this.terraform(["apply", "-json", "-auto-approve"]);
  }

  /** Returns the plan of a scenario in the format of `terraform show -json`. */
  async plan({ edit, outside, arguments: given = [] }: Scenario): Promise<string> {
    await this.write(edit(bases[this.base]));
    try {
      for (const call of outside?.change ?? []) await this.call(call);
      await this.terraform(["plan", "-json", "-detailed-exitcode", "-out=plan", ...given], [0, 2]);
      const { stdout } = await this.terraform(["show", "-json", "plan"]);
      return stdout;
    } finally {
      for (const call of outside?.restore ?? []) await this.call(call);
    }
  }

  private get isProject(): boolean {
    return this.base !== "terraform";
  }

  private get folder(): string {
    return this.isProject ? join(this.temporary, "out", "stacks", "dev") : join(this.temporary, "terraform");
  }

  private async terraform(args: readonly string[], accepted?: readonly number[]) {
    const options: TerraformOptions = { folder: this.folder, environment: this.environment };
    return runTerraform(options, args, accepted);
  }

  /** Replaces the files and, for a project, synthesises them. The state stays. */
  private async write(files: Files): Promise<void> {
    const folder = join(this.temporary, this.isProject ? "project" : "terraform");
    if (!this.isProject && existsSync(folder))
      for (const name of readdirSync(folder).filter((each) => each.endsWith(".tf"))) rmSync(join(folder, name));
    // The lock of the base is restored, so that each scenario starts with the same versions.
    if (this.isProject) {
      const kept = join(this.temporary, "versions.lock.json");
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder).filter((each) => each !== "state"))
        rmSync(join(folder, name), { recursive: true });
      if (existsSync(kept)) cpSync(kept, join(folder, "versions.lock.json"));
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    if (!this.isProject) return;
    const { lock, problems } = await inspectProject(folder);
    // `check` reports a secret in a document as an error. It is ignored here, because the plan of such a document must be safe to show.
    const errors = problems.filter(({ severity, code }) => severity === "error" && !code.includes("credential"));
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    writeFileSync(join(folder, "versions.lock.json"), lock?.text ?? "");
    const kept = join(this.temporary, "versions.lock.json");
    if (!existsSync(kept)) cpSync(join(folder, "versions.lock.json"), kept);
    await synthesisedStacks(folder, join(this.temporary, "out"), {});
  }

  private async call({ service, method, path, body, target }: OutsideCall): Promise<void> {
    const credential = `Credential=sandbox/20260101/us-east-1/${service}/aws4_request`;
    const send = async (to: string, text: string) =>
      fetch(`${this.sandbox.endpoint}${to}`, {
        method,
        body: text,
        headers: {
          authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`,
          "content-type": contentTypes[service],
          ...(target === undefined ? {} : { "x-amz-target": target }),
        },
      });
    const response = await send(path, service === "imagebuilder" ? this.pipelineUpdate(body) : body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }

  /** Returns the request that created the base's pipeline, with another schedule, as an update. */
  private pipelineUpdate(expression: string): string {
    const made = this.sandbox.requests.find(
      ({ operation, body }) => operation === "CreateImagePipeline" && body.includes('"name":"base"'),
    );
    const { name, schedule, ...rest } = JSON.parse(made?.body ?? "{}") as Record<string, unknown>;
    return JSON.stringify({
      ...rest,
      tags: undefined,
      imagePipelineArn: `arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/${String(name)}`,
      schedule: { ...(schedule as object), scheduleExpression: expression },
      // With the token of an earlier request, it would count as the same request.
      clientToken: randomUUID(),
    });
  }
}
