import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Fault } from "../../../sandbox/faults/fault";
import type { Given } from "../../../sandbox/given/given";
import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { inspectProject } from "../../../src/checks/inspect-project";
import { liftedGuardsFile, liftGuards } from "../../../src/cli/demo/lift-guards";
import { preparedStack } from "../../../src/cli/demo/prepared-stack";
import { whatIsLeft } from "../../../src/cli/demo/what-exists";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { runTerraform, TerraformError, type TerraformOptions } from "../../../src/terraform/run-terraform";
import { type Terraform, terraformIn } from "../../../src/terraform/terraform";
import { unfinishedInTheWay } from "../../../src/terraform/unfinished";
import { synthesised, temporaryFolder } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import type { Phase } from "./positions";
import { after, before } from "./small-project";

/** Result of a phase. */
export interface Course {
  /** Whether the first run, with the fault, was successful. */
  readonly atFirst: boolean;
  /** Addresses of resources that existed in AWS but not in the state, and had to be imported. */
  readonly imported: readonly string[];
  /** Call that failed, for example `iam CreateRole`; undefined if the phase ended before its call. */
  readonly struck?: string;
}

/** Thrown if the final result is wrong; the message says what. */
export class NotConverged extends Error {}

/** Time limit of one Terraform command in milliseconds. A command with a fault takes a minute at most. */
const longest = 5 * 60_000;

/** Options of a life. */
interface Wanted {
  /** Changes the folders of the synthesised stacks. */
  readonly change?: (stack: string) => void;
  /** Resources that exist before the first apply. */
  readonly given?: readonly Given[];
  /** Time limit of one Terraform command in milliseconds. Default: 5 minutes. */
  readonly limit?: number;
  /** Variables that select the provider; an empty object selects Terraform's own. Default: those of `keptProvider`. */
  readonly provider?: NodeJS.ProcessEnv;
}

/** A small environment that is created, changed and destroyed repeatedly in one sandbox. */
export class Life {
  private constructor(
    readonly sandbox: Sandbox,
    /** Options of each Terraform command. */
    readonly options: TerraformOptions,
    private readonly stacks: Readonly<Record<"before" | "after", string>>,
    /** Resources that existed before the first apply, as `whatIsLeft` names them. */
    private readonly given: readonly string[],
    private readonly limit: number,
  ) {}

  /** Terraform whose next command is killed with its child processes if it exceeds the time limit. @throws NotConverged if so */
  get terraform(): Terraform {
    return terraformIn(this.limited);
  }

  private get limited(): TerraformOptions {
    const controller = new AbortController();
    const overdue = new NotConverged(`Terraform did not end within ${this.limit / 1000} seconds, and was ended`);
    setTimeout(() => {
      controller.abort(overdue);
    }, this.limit).unref();
    return { ...this.options, signal: controller.signal };
  }

  static async prepared({
    change,
    given = [],
    limit = longest,
    provider = keptProvider(),
  }: Wanted = {}): Promise<Life> {
    const sandbox = await startSandbox({ environment: process.env });
    await sandbox.give(given);
    const first = await synthesisOf(before);
    const stacks = { before: first.stack, after: (await synthesisOf(after, first.lock)).stack };
    change?.(stacks.before);
    change?.(stacks.after);
    const folder = temporaryFolder();
    const environment = terraformEnvironment(process.env, {
      ...(await providerInstallation(process.env, temporaryFolder())),
      ...sandboxCredentials(sandbox.endpoint, temporaryFolder()),
      ...provider,
    });
    const life = new Life(sandbox, { folder, environment }, stacks, await whatIsLeft(sandbox.endpoint), limit);
    life.use("before");
    await life.terraform.init();
    return life;
  }

  /** Runs one phase with a fault, then without, and checks the result. @throws NotConverged if the result is wrong */
  async go(phase: Phase, fault?: Fault): Promise<Course> {
    if (phase !== "destroy") this.use(phase === "create" ? "before" : "after");
    this.sandbox.faults.inject(fault === undefined ? [] : [fault]);
    const atFirst = (await this.failure(phase)) === undefined;
    const [strike] = this.sandbox.faults.state.strikes;
    const struck = strike === undefined ? {} : { struck: `${strike.service} ${strike.operation.replace(/\?.*/, "")}` };
    this.sandbox.faults.inject([]);
    const imported = atFirst ? [] : await this.heal(phase);
    await this.prove(phase);
    return { atFirst, imported, ...struck };
  }

  /** Runs the phase again until it succeeds, and imports the resources that Terraform reports as existing. Returns their addresses. */
  async heal(phase: Phase): Promise<string[]> {
    const imported: string[] = [];
    for (;;) {
      const failure = await this.failure(phase);
      if (failure === undefined) return imported;
      const [unfinished] = await unfinishedInTheWay(failure, this.limited);
      const [address, id] = unfinished === undefined ? (alreadyThere(failure.message) ?? []) : [unfinished];
      if (address === undefined || imported.includes(address))
        throw new NotConverged(`a run without faults fails:\n${failure.message}`);
      if (id === undefined) await this.untaint(address);
      else
        await runTerraform(this.limited, ["import", "-no-color", address, id]).catch(async (error: unknown) => {
          if (!String(error).includes("already managed")) throw error;
          await this.untaint(address);
        });
      imported.push(address);
    }
  }

  /** Removes the mark of a resource whose creation did not finish, as `recover` does. */
  private async untaint(address: string): Promise<void> {
    await runTerraform(this.limited, ["untaint", "-no-color", address]);
  }

  /** Runs a phase and returns its error, or undefined. @throws NotConverged if the phase does not end */
  private async failure(phase: Phase): Promise<TerraformError | undefined> {
    try {
      await this.run(phase);
      return undefined;
    } catch (error) {
      if (error instanceof TerraformError) return error;
      throw error;
    }
  }

  private async run(phase: Phase): Promise<void> {
    // The guards of buckets are removed before a destroy and present at all other times, as for users.
    if (phase === "destroy") await liftGuards(this.options.folder);
    else rmSync(join(this.options.folder, liftedGuardsFile), { force: true });
    await (phase === "destroy" ? this.terraform.destroy() : this.terraform.apply());
  }

  /** Checks that the plan is empty and AWS contains no resources that are missing in the state; after a destroy, none at all. */
  async prove(phase: Phase): Promise<void> {
    const left = (await whatIsLeft(this.sandbox.endpoint)).filter((each) => !this.given.includes(each));
    const known = await this.terraform.stateList();
    if (phase === "destroy") {
      if (left.length > 0 || known.length > 0) throw new NotConverged(`left behind: ${[...left, ...known].join(", ")}`);
      return;
    }
    const { empty, changes } = await this.terraform.plan();
    if (!empty) throw new NotConverged(`the plan is not empty: ${changes.map(({ address }) => address).join(", ")}`);
    // The small project has one resource of each kind. Another one is orphaned or a duplicate.
    const counted = countsOf(left);
    const twice = Object.entries(counted).filter(([, count]) => count > 1);
    if (twice.length > 0) throw new NotConverged(`there twice: ${JSON.stringify(twice)}; all: ${left.join(", ")}`);
  }

  /** Copies a stack to the folder in which Terraform runs. */
  use(stack: "before" | "after"): void {
    for (const name of readdirSync(this.options.folder))
      if (name === "cdk.tf.json" || name === "assets") rmSync(join(this.options.folder, name), { recursive: true });
    cpSync(this.stacks[stack], this.options.folder, { recursive: true });
  }
}

/** Returns the stack of a project and its lock, which continues an earlier lock. */
async function synthesisOf(
  files: Readonly<Record<string, string>>,
  earlier?: string,
): Promise<{ readonly stack: string; readonly lock: string }> {
  const project = temporaryFolder();
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  if (earlier !== undefined) write("versions.lock.json", earlier);
  const lock = (await inspectProject(project)).lock?.text ?? "";
  write("versions.lock.json", lock);
  const { path } = await preparedStack(await synthesised(project, temporaryFolder()), "dev");
  return { stack: path, lock };
}

function countsOf(things: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) {
    const kind = thing.replace(/ ".*/, "");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/**
 * Returns the address and import ID of a resource that Terraform could not create because it exists. Both are in the error message: Image
 * Builder names the ARN, and the provider the name. A run may fail with several errors, so both are read from the same error.
 */
export function alreadyThere(failure: string): [string, string] | undefined {
  for (const error of failure.split(/^(?=error: |warning: )/m)) {
    const address = /\((aws_\w+\.[\w-]+)\)/.exec(error)?.[1];
    const id =
      /already exists: '(arn:[^']+)'/.exec(error)?.[1] ??
      /creating (?:IAM Role|IAM Instance Profile|S3 Bucket) \(([^)]+)\)[^]*(?:AlreadyExists|AlreadyOwnedByYou)/.exec(
        error,
      )?.[1];
    if (id !== undefined && address !== undefined) return [address, id];
  }
  return undefined;
}
