import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { platform } from "../../src/terraform/provider-mirror";

interface Running {
  readonly child: ChildProcess;
  /** What Terraform finds it by. */
  readonly variables: NodeJS.ProcessEnv;
}

/**
 * By folder: each has credentials and an endpoint of its own, which the provider reads where it is started, and documents, whose paths it
 * takes from there.
 */
const running = new Map<string, Promise<Running>>();

/**
 * Terraform starts the AWS provider up to four times a command, two seconds of work each. Here it is started once for a folder that was
 * initialised and stays, as the provider's own authors run it (Terraform, "Plugin Debugging"). Empty where Terraform has to start it itself:
 * each configuration of a provider needs a process of its own, so a stack of two regions is none for this.
 *
 * @param folder of the stack
 * @param environment of Terraform
 */
export async function runningProvider(folder: string, environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const program = programIn(folder);
  if (program === undefined || configurationsIn(folder) !== 1) return {};
  // A folder that was deleted and made again is another one.
  const key = `${folder} ${statSync(folder).ino}`;
  const started = running.get(key) ?? start(program, folder, environment);
  running.set(key, started);
  return (await started).variables;
}

/** What `terraform init` has put there. */
function programIn(folder: string): string | undefined {
  const versions = join(folder, ".terraform", "providers", "registry.terraform.io", "hashicorp", "aws");
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions)
    .map((version) => join(versions, version, platform()))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .find((path) => path.includes("terraform-provider-aws"));
}

function configurationsIn(folder: string): number {
  const { provider } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as {
    provider?: { aws?: unknown[] };
  };
  return provider?.aws?.length ?? 0;
}

async function start(program: string, folder: string, environment: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(program, ["-debug"], { cwd: folder, env: environment, stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /TF_REATTACH_PROVIDERS='([^']+)'/.exec(said) ?? [];
      if (found !== undefined) resolve({ child, variables: { TF_REATTACH_PROVIDERS: found } });
    });
    child.once("error", reject);
    child.once("exit", () => {
      reject(new Error(`the provider ended:\n${said}`));
    });
  });
}

afterAll(async () => {
  for (const each of running.values()) (await each).child.kill("SIGKILL");
  running.clear();
});
