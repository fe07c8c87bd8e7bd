import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { givenInStack } from "../../sandbox/given/given-in-stack";
import { type Sandbox, startSandbox } from "../../sandbox/start";
import { inspectProject } from "../../src/checks/inspect-project";
import { whatIsLeft } from "../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../src/cli/sandbox/sandbox-credentials";
import type { PlannedChange, Terraform } from "../../src/terraform/terraform";
import { synthesised, temporaryFolder, terraformOn } from "./harness";

/** Kinds of resources of which AWS must contain exactly those in the state, with their Terraform types. */
const kinds = {
  component: "aws_imagebuilder_component",
  workflow: "aws_imagebuilder_workflow",
  "image recipe": "aws_imagebuilder_image_recipe",
  "container recipe": "aws_imagebuilder_container_recipe",
  "infrastructure configuration": "aws_imagebuilder_infrastructure_configuration",
  "distribution configuration": "aws_imagebuilder_distribution_configuration",
  "image pipeline": "aws_imagebuilder_image_pipeline",
  "lifecycle policy": "aws_imagebuilder_lifecycle_policy",
} as const;

/** A project that is edited, locked, synthesised and applied repeatedly. Its environment is `dev`. */
export class ChangingProject {
  readonly stack: string;
  private readonly folder = temporaryFolder();
  private readonly outdir = temporaryFolder();
  private readonly credentials: NodeJS.ProcessEnv;

  private constructor(
    readonly sandbox: Sandbox,
    files: Readonly<Record<string, string>>,
  ) {
    this.credentials = sandboxCredentials(sandbox.endpoint, temporaryFolder());
    this.stack = join(this.outdir, "stacks/dev/cdk.tf.json");
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  /** Starts a project on a new sandbox and applies it once. */
  static async start(files: Readonly<Record<string, string>>): Promise<ChangingProject> {
    const project = new ChangingProject(await startSandbox({ environment: process.env }), files);
    await project.lockAndSynthesise();
    await (await project.terraform()).init();
    await project.applied();
    return project;
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  remove(file: string): void {
    rmSync(join(this.folder, file));
  }

  edit(file: string, from: string, to: string): void {
    if (!this.read(file).includes(from)) throw new Error(`${file} does not hold "${from}"`);
    this.write(file, this.read(file).replace(from, to));
  }

  /** Locks and synthesises, as `npm run lock` and `npm run synth` do. */
  async lockAndSynthesise(): Promise<void> {
    const { lock, problems } = await inspectProject(this.folder);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error"),
      [],
    );
    this.write("versions.lock.json", lock?.text ?? "");
    await synthesised(this.folder, this.outdir);
    await this.sandbox.give(givenInStack(JSON.parse(readFileSync(this.stack, "utf8")) as Record<string, unknown>));
  }

  async terraform(): Promise<Terraform> {
    return terraformOn(this.outdir, "dev", this.credentials);
  }

  /**
   * Applies and checks that no request was refused, that the next plan is empty, and that AWS contains no resource that is missing in the
   * state.
   */
  async applied(): Promise<readonly PlannedChange[]> {
    const terraform = await this.terraform();
    const refusedBefore = this.refused().length;
    const changes = await terraform.apply();
    assert.deepEqual(this.refused().slice(refusedBefore), []);
    assert.deepEqual(await terraform.plan(), { empty: true, changes: [] });
    const known = await terraform.stateList();
    const left = await whatIsLeft(this.sandbox.endpoint);
    for (const [kind, type] of Object.entries(kinds))
      assert.equal(
        left.filter((each) => each.startsWith(`${kind} "`)).length,
        known.filter((address) => address.startsWith(`${type}.`)).length,
        kind,
      );
    assert.equal(
      await this.objects(),
      known.filter((address) => address.startsWith("aws_s3_object.")).length,
      "S3 object",
    );
    return changes;
  }

  private refused(): Sandbox["requests"] {
    return this.sandbox.requests.filter(({ status }) => status >= 400);
  }

  private async objects(): Promise<number> {
    const response = await fetch(`${this.sandbox.endpoint}/ec2imagebuilder-123456789012-us-east-1?list-type=2`, {
      headers: {
        authorization:
          "AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
      },
    });
    return (await response.text()).match(/<Key>/g)?.length ?? 0;
  }
}
