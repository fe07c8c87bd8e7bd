import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Fault } from "../../../sandbox/faults/fault";
import type { Given } from "../../../sandbox/given/given";
import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { inspectProject } from "../../../src/checks/inspect-project";
import { liftedGuardsFile, liftGuards } from "../../../src/cli/demo/lift-guards";
import { preparedStack } from "../../../src/cli/demo/prepared-stack";
import { sandboxCredentials } from "../../../src/cli/demo/sandbox-credentials";
import { whatIsLeft } from "../../../src/cli/demo/what-exists";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { runTerraform, TerraformError, type TerraformOptions } from "../../../src/terraform/run-terraform";
import { type Terraform, terraformIn } from "../../../src/terraform/terraform";
import { unfinishedInTheWay } from "../../../src/terraform/unfinished";
import { synthesised, temporaryFolder } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import type { Phase } from "./positions";
import { after, before } from "./small-project";

/** How a phase went. */
export interface Course {
  /** Whether the first run, with the fault, did all there was to do. */
  readonly atFirst: boolean;
  /** Addresses that had to be imported: they were there, and the state did not know. */
  readonly imported: readonly string[];
  /** What the fault struck, e.g. `iam CreateRole`; absent where the phase ended before its call came. */
  readonly struck?: string;
}

/** What was not as it should be in the end. */
export class NotConverged extends Error {}

/** How long one command of Terraform may take, in milliseconds; one with a fault takes a minute at most. */
const longest = 5 * 60_000;

/** A life that is not as all others are. */
interface Wanted {
  /** Made to the folders of the synthesised stacks. */
  readonly change?: (stack: string) => void;
  /** What is there before anything is created. */
  readonly given?: readonly Given[];
  /** How long one command of Terraform may take, in milliseconds. Default: 5 minutes. */
  readonly limit?: number;
  /** Variables that say which provider its Terraform takes; none is that of Terraform itself. Default: one that stays. */
  readonly provider?: NodeJS.ProcessEnv;
}

/** A small environment that is created, changed and destroyed, again and again, in one sandbox. */
export class Life {
  private constructor(
    readonly sandbox: Sandbox,
    /** Of each run of Terraform. */
    readonly options: TerraformOptions,
    private readonly stacks: Readonly<Record<"before" | "after", string>>,
    /** What was there before anything was created, in the words of `whatIsLeft`. */
    private readonly given: readonly string[],
    private readonly limit: number,
  ) {}

  /** Its next command is ended, with all that it started, where it does not end by itself. @throws NotConverged then */
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

  /** Goes through one phase with a fault, then without, and proves that all is as it should be. @throws NotConverged */
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

  /** Runs again until it succeeds; takes into the state what Terraform says is there already. */
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

  /** What is in the state, marked as not finished, is taken as it is: `recover` does the same. */
  private async untaint(address: string): Promise<void> {
    await runTerraform(this.limited, ["untaint", "-no-color", address]);
  }

  /** Why a phase fails; undefined where it does not. @throws NotConverged where it does not end */
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
    // What guards buckets stands in no way of a destroy, and is there at all other times, as it is for users.
    if (phase === "destroy") await liftGuards(this.options.folder);
    else rmSync(join(this.options.folder, liftedGuardsFile), { force: true });
    await (phase === "destroy" ? this.terraform.destroy() : this.terraform.apply());
  }

  /** Nothing left to do, and nothing there that Terraform does not know; after a destroy, nothing at all. */
  async prove(phase: Phase): Promise<void> {
    const left = (await whatIsLeft(this.sandbox.endpoint)).filter((each) => !this.given.includes(each));
    const known = await this.terraform.stateList();
    if (phase === "destroy") {
      if (left.length > 0 || known.length > 0) throw new NotConverged(`left behind: ${[...left, ...known].join(", ")}`);
      return;
    }
    const { empty, changes } = await this.terraform.plan();
    if (!empty) throw new NotConverged(`the plan is not empty: ${changes.map(({ address }) => address).join(", ")}`);
    // One of each kind is what the small project has: more is orphaned, or twice.
    const counted = countsOf(left);
    const twice = Object.entries(counted).filter(([, count]) => count > 1);
    if (twice.length > 0) throw new NotConverged(`there twice: ${JSON.stringify(twice)}; all: ${left.join(", ")}`);
  }

  /** Puts a stack where Terraform works. */
  use(stack: "before" | "after"): void {
    for (const name of readdirSync(this.options.folder))
      if (name === "cdk.tf.json" || name === "assets") rmSync(join(this.options.folder, name), { recursive: true });
    cpSync(this.stacks[stack], this.options.folder, { recursive: true });
  }
}

/** The stack of a project, and its lock, which goes on from an earlier one. */
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
 * Address and import id of what Terraform could not create because it is there. Both stand in its message: Image Builder's says the ARN, and the
 * provider's the name. A run fails with several errors at once, so that address and id are read from one error each.
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
