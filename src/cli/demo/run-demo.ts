import { rm } from "node:fs/promises";
import { join } from "node:path";

import { givenInStack } from "../../../sandbox/given/given-in-stack";
import { startSandbox } from "../../../sandbox/start";
import { terraformEnvironment } from "../../terraform/environment";
import { providerInstallation } from "../../terraform/provider-mirror";
import { terraformIn } from "../../terraform/terraform";
import { makeTemporaryFolder } from "../../files/left-over";
import type { Terminal } from "../terminal";
import { UserError } from "../../files/user-error";
import { howToInstallTerraform, terraformBinary } from "../../terraform/binary";
import { isOnPath } from "../../terraform/on-path";
import { cacheFolder } from "../../project/package-folder";
import { buildAnImage } from "./build-an-image";
import { cleanupStack } from "./cleanup";
import { withMoto } from "./find-moto";
import { type PreparedStack, preparedStack } from "./prepared-stack";
import { progressOn } from "./progress";
import { sandboxCredentials } from "./sandbox-credentials";
import { synthesise } from "./synthesise";
import { tables } from "./tables";
import { whatExists, whatIsLeft } from "./what-exists";

export interface DemoOptions {
  /** The project folder. */
  readonly project: string;
  /** The environment, or the stack of a consumer; default: sandbox, or the first. */
  readonly stack?: string;
  /** Its signal ends the demonstration early; all it started is stopped as at its end. */
  readonly terminal: Terminal;
}

/**
 * Takes one environment through its whole life on a local AWS: synthesised, applied, planned again, shown, an image built, destroyed.
 * Leaves no process and no file behind, however it ends.
 *
 * @throws UserError whose message is for the user, or the signal's reason
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const { env } = options.terminal;
  const terraform = terraformBinary(env);
  if (!isOnPath(terraform, env)) throw new UserError(howToInstallTerraform(terraform));
  const cleanup = cleanupStack();
  try {
    await demonstrate(options, (task) => {
      cleanup.add(task);
    });
  } finally {
    await cleanup.run();
  }
}

async function demonstrate(
  { project, stack, terminal }: DemoOptions,
  undoLater: (task: () => Promise<void>) => void,
): Promise<void> {
  const { env: environment, stdout: output } = terminal;
  const signal = terminal.stopSignal();
  const step = progressOn(output, true);
  const temporary = await makeTemporaryFolder("demo");
  undoLater(async () => rm(temporary, { recursive: true, force: true }));
  const outdir = join(temporary, "cdktf.out");

  let folder: PreparedStack = { name: "", path: "", account: "", content: {} };
  let endpoint = "";
  let before: ReadonlySet<string> = new Set();
  await step("Check and synthesise the project, and start a local AWS", async (doing) => {
    const prepared = (async () => {
      const { exitCode, stderr } = await synthesise({ project, outdir, environment, signal });
      if (exitCode !== 0) throw new UserError(stderr.trim());
      return preparedStack(outdir, stack);
    })();
    const started = (async () => {
      const withServer = await withMoto({ environment, cache: cacheFolder(), fetching: doing, signal });
      // Nobody is there to answer a build that waits for an approval.
      const builds = { approval: "at-once" } as const;
      const account = prepared.then((each) => each.account);
      const sandbox = await startSandbox({ account, environment: withServer, signal, builds });
      undoLater(async () => sandbox.stop());
      return sandbox;
    })();
    // Each is waited for, whatever the other comes to: nothing is left running.
    await Promise.allSettled([prepared, started]);
    folder = await prepared;
    const sandbox = await started;
    signal.throwIfAborted();
    endpoint = sandbox.endpoint;
    const given = givenInStack(folder.content);
    await sandbox.give(given);
    // What is there before is there afterwards, too.
    before = new Set(await whatIsLeft(endpoint));
    const named = given.length === 0 ? "" : `, with ${given.length} things that the stack names and does not make`;
    return `stack ${folder.name}; ${endpoint}, account ${sandbox.account}${named}`;
  });

  const terraformVariables = terraformEnvironment(environment, {
    ...(await providerInstallation(environment, temporary)),
    ...sandboxCredentials(endpoint, temporary),
  });
  const terraform = (onLine: (line: string) => void): ReturnType<typeof terraformIn> =>
    terraformIn({ folder: folder.path, environment: terraformVariables, onLine, signal });

  await step("terraform init", async (doing) => {
    await terraform(doing).init();
    return "the AWS provider is in place";
  });
  await step("terraform apply", async (doing) => {
    let last = "";
    await terraform((line) => {
      // Terraform lists its outputs after its summary.
      if (line.startsWith("Apply complete")) last = line;
      doing(line);
    }).apply();
    return last;
  });
  await step("terraform plan", async (doing) => {
    const { empty, changes } = await terraform(doing).plan();
    const listed = changes.map(({ action, address }) => `\n  ${action} ${address}`);
    if (!empty) throw new UserError(`the second plan is not empty${listed.join("")}`);
    return "nothing to change";
  });
  output.write(`\n${tables(await whatExists(endpoint))}\n\n`);
  const built = await buildAnImage({ project, name: folder.name, environment: terraformVariables, output, signal });
  await step("terraform destroy", async (doing) => {
    let last = "";
    await terraform((line) => {
      last = line;
      doing(line);
    }).destroy();
    return last;
  });
  await step("Look for anything left", async () => {
    const inAws = (await whatIsLeft(endpoint)).filter((each) => !before.has(each));
    // Terraform did not make what a pipeline builds, so it does not take it away.
    const images = inAws.filter((each) => built && each.startsWith('image "'));
    const left = [...inAws.filter((each) => !images.includes(each)), ...(await terraform(() => undefined).stateList())];
    if (left.length > 0) throw new UserError(`destroy left something behind:\n${left.join("\n")}`);
    return images.length === 0 ? "nothing" : `nothing but ${images.join(", ")}, built by a pipeline`;
  });
}
