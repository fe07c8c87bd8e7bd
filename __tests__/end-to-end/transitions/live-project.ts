import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { hasErrors, inspectProject } from "../../../src/checks/inspect-project";
import { whatIsLeft } from "../../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { runTerraform } from "../../../src/terraform/run-terraform";
import type { PlannedChange, Terraform } from "../../../src/terraform/terraform";
import { describeChange } from "../../../src/versions/change";
import { isDefined, typeOf } from "../../../src/versions/environment-entry";
import { forgetIn } from "../../../src/versions/forget";
import { readLock } from "../../../src/versions/read-lock";
import { synthesised, temporaryFolder, terraformOn } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import { Aws, elements } from "./aws";
import { unprotectedMoments } from "./protection";

/** Files of a project by path; definitions are values. */
export type Files = Readonly<Record<string, unknown>>;

export interface Applied {
  /** Messages of the lock. */
  readonly says: readonly string[];
  /** Addresses in the state, by stack. */
  readonly addresses: ReadonlyMap<string, string[]>;
  readonly changes: readonly PlannedChange[];
}

const lockFile = "versions.lock.json";

interface StateResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A project that is edited, locked, synthesised and applied to one sandbox repeatedly. */
export class LiveProject {
  readonly aws: Aws;
  private readonly folder = temporaryFolder();
  private readonly outdir = temporaryFolder();
  private readonly credentials: NodeJS.ProcessEnv;
  private initialised = new Set<string>();
  /** Buckets, keys and similar resources that others created. */
  readonly given = new Set<string>();
  /** Resources that existed at the start, as `whatIsLeft` names them. */
  private readonly before = new Set<string>();
  private files: Files = {};

  private constructor(readonly sandbox: Sandbox) {
    this.aws = new Aws(sandbox.endpoint);
    this.credentials = sandboxCredentials(sandbox.endpoint, temporaryFolder());
  }

  static async start(account?: string): Promise<LiveProject> {
    const project = new LiveProject(await startSandbox({ environment: process.env, account }));
    // Resources that transitions refer to.
    await project.sandbox.give([
      ...["launcher", "lifecycle", "execution"].map((id) => ({ kind: "role", id, region: "us-east-1" }) as const),
      { kind: "instance-profile", id: "builder", region: "us-east-1" },
      { kind: "subnet", id: "subnet-11111111", region: "us-east-1" },
      { kind: "security-group", id: "sg-11111111", region: "us-east-1" },
    ]);
    for (const each of await whatIsLeft(project.sandbox.endpoint)) project.before.add(each);
    return project;
  }

  /** Replaces all files of the project. The lock stays. */
  write(files: Files): void {
    for (const file of Object.keys(this.files).filter((each) => !(each in files))) rmSync(join(this.folder, file));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      // JSON is valid YAML.
      writeFileSync(
        join(this.folder, file),
        typeof content === "string" ? content : JSON.stringify(content, undefined, 1),
      );
    }
    this.files = files;
  }

  /** Locks the project and returns the messages of `npm run lock`, or its errors. */
  async lock(): Promise<{ says: readonly string[]; refused: readonly string[] }> {
    const { lock, problems } = await inspectProject(this.folder);
    if (lock === undefined || hasErrors(problems)) {
      const errors = problems.filter(({ severity }) => severity === "error");
      return { says: [], refused: errors.map(({ code, message, fix }) => `${code}: ${message} (${fix})`) };
    }
    writeFileSync(join(this.folder, lockFile), lock.text);
    this.lockText = lock.text;
    return { says: lock.changes.map(describeChange), refused: [] };
  }
  private lockText = "";

  /** Moves a local state, as the lock asks users who rename an environment. */
  moveState(from: string, to: string): void {
    renameSync(join(this.folder, "state", `${from}.tfstate`), join(this.folder, "state", `${to}.tfstate`));
  }

  /** Forgets a resource, as `npm run lock -- --forget` does. */
  forget(what: string): void {
    const { text } = forgetIn(lockFile, this.lockText, what);
    assert.ok(text, `the lock does not know ${what}`);
    writeFileSync(join(this.folder, lockFile), text);
    this.lockText = text;
  }

  /**
   * Locks, synthesises and applies. Checks that no request was refused, that the next plan is empty, that AWS contains nothing that is
   * unknown to both Terraform and the lock, and that no bucket was unprotected at any moment.
   */
  async apply(stacks: readonly string[]): Promise<Applied> {
    const { says, refused } = await this.lock();
    assert.deepEqual(refused, []);
    await this.synthesise();
    const refusedBefore = this.refusals().length;
    const resources: StateResource[] = [];
    const addresses = new Map<string, string[]>();
    const changes: PlannedChange[] = [];
    for (const stack of stacks) {
      const terraform = await this.terraform(stack);
      if (!this.initialised.has(stack)) await terraform.init();
      this.initialised.add(stack);
      changes.push(...(await terraform.apply()));
      assert.deepEqual(await terraform.plan(), { empty: true, changes: [] }, stack);
      const known = managed(await terraform.show());
      resources.push(...known);
      addresses.set(stack, known.map(({ address }) => address).sort());
    }
    assert.deepEqual(this.refusals().slice(refusedBefore), []);
    assert.deepEqual(unprotectedMoments(this.sandbox.calls, this.given), []);
    await this.provesNothingOrphaned(resources);
    return { says, addresses, changes };
  }

  async synthesise(): Promise<void> {
    await synthesised(this.folder, this.outdir);
  }

  async terraform(stack: string): Promise<Terraform> {
    return terraformOn(this.outdir, stack, this.credentials);
  }

  /** Runs a Terraform command on the state of a stack. */
  async run(stack: string, args: readonly string[]): Promise<void> {
    await runTerraform(
      {
        folder: join(this.outdir, "stacks", stack),
        environment: terraformEnvironment(process.env, { ...this.credentials, ...keptProvider() }),
      },
      args,
    );
  }

  /** Returns the names of resources of a type that the lock keeps although they are no longer defined. */
  kept(type: string): string[] {
    const { environments } = readLock(lockFile, this.lockText);
    return [...environments.values()].flatMap(({ created }) =>
      [...created]
        .filter(([address, each]) => typeOf(address) === type && !isDefined(each))
        .map(([, { name }]) => name),
    );
  }

  private refusals(): Sandbox["requests"] {
    return this.sandbox.requests.filter(({ status }) => status >= 400);
  }

  private async provesNothingOrphaned(resources: readonly StateResource[]): Promise<void> {
    const known = (type: string, attribute: string): string[] =>
      resources.filter((each) => each.type === type).map(({ values }) => String(values[attribute]));
    const { aws } = this;
    const inAws: Readonly<Record<string, readonly string[]>> = {
      aws_s3_bucket: elements(await aws.s3("GET", "/"), "Name"),
      aws_ecr_repository: await this.repositories(),
      aws_cloudwatch_log_group: await this.logGroups(),
      aws_sns_topic: elements(await aws.query("sns", { Action: "ListTopics", Version: "2010-03-31" }), "TopicArn").map(
        (arn) => arn.split(":").at(-1) ?? "",
      ),
      aws_launch_template: elements(
        await aws.query("ec2", { Action: "DescribeLaunchTemplates", Version: "2016-11-15" }),
        "launchTemplateName",
      ),
    };
    for (const [type, names] of Object.entries(inAws)) {
      const attribute = type === "aws_s3_bucket" ? "bucket" : "name";
      const expected = new Set([...known(type, attribute), ...this.kept(type)]);
      assert.deepEqual(
        names.filter((name) => !expected.has(name) && !this.given.has(name)),
        [],
        `${type} without an owner`,
      );
      assert.deepEqual(
        this.kept(type).filter((name) => !names.includes(name) && !this.destroyed.has(name)),
        [],
        `${type} that should have stayed`,
      );
    }
    const left = (await whatIsLeft(this.sandbox.endpoint)).filter((each) => !this.before.has(each));
    for (const [kind, type] of Object.entries(kinds))
      assert.equal(
        left.filter((each) => each.startsWith(`${kind} "`)).length,
        known(type, "arn").filter(here).length,
        kind,
      );
    // A key is never scheduled for deletion.
    for (const key of this.keys) assert.equal(await this.keyState(...key), "Enabled", key.join(" "));
    for (const check of this.data.values()) await check();
  }

  /** Declares that these resources and their data will be destroyed. */
  expectDestroyed(names: readonly string[]): void {
    for (const name of names) {
      this.destroyed.add(name);
      this.data.delete(name);
    }
  }
  private readonly destroyed = new Set<string>();
  /** Keys that encrypt AMIs: ID and region. */
  readonly keys: [string, string][] = [];
  /** Checks by the name of the resource that contains the data. Each fails if the data is gone. */
  readonly data = new Map<string, () => Promise<void>>();

  async repositories(): Promise<string[]> {
    const { repositories } = await this.aws.json<{ repositories: { repositoryName: string }[] }>(
      "ecr",
      "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
      {},
    );
    return repositories.map(({ repositoryName }) => repositoryName);
  }

  async logGroups(): Promise<string[]> {
    const { logGroups } = await this.aws.json<{ logGroups: { logGroupName: string }[] }>(
      "logs",
      "Logs_20140328.DescribeLogGroups",
      {},
    );
    return logGroups.map(({ logGroupName }) => logGroupName);
  }

  async keyState(id: string, region: string): Promise<string> {
    const { KeyMetadata } = await this.aws.json<{ KeyMetadata: { KeyState: string } }>(
      "kms",
      "TrentService.DescribeKey",
      { KeyId: id },
      region,
    );
    return KeyMetadata.KeyState;
  }
}

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
  "IAM role": "aws_iam_role",
  "instance profile": "aws_iam_instance_profile",
} as const;

/** Checks whether an ARN is in us-east-1 or global. The sandbox's list of resources covers only this region. */
function here(arn: string): boolean {
  return /:us-east-1:|:iam:/.test(arn);
}

interface Module {
  readonly resources?: readonly StateResource[];
}

function managed(state: unknown): StateResource[] {
  const { values } = state as { values?: { root_module?: Module } };
  return (values?.root_module?.resources ?? []).filter(({ mode }) => mode === "managed");
}
