import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { givenInStack } from "../../../sandbox/given/given-in-stack";
import { MotoUnavailable } from "../../../sandbox/moto";
import { startSandbox } from "../../../sandbox/start";
import { whyUnreadable } from "../../files/file-error";
import { UserError } from "../../files/user-error";
import { cacheFolder } from "../../project/package-folder";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { withTemporary } from "../with-temporary";
import { withMoto } from "./find-moto";
import { runCommand } from "./run-command";
import { sandboxCredentials } from "./sandbox-credentials";
import { untilStopped } from "./until-stopped";

export interface SandboxOptions {
  /** The program that uses the local AWS, with its arguments. If empty, the local AWS runs until Ctrl-C. */
  readonly command: readonly string[];
  /** Port of the local AWS. Default: a free port. */
  readonly port?: number;
  /** Account id of all resources. Default: 123456789012. */
  readonly account?: string;
  /** Folder of a synthesised stack. Resources that the stack names but does not create exist from the start. */
  readonly stack?: string;
  readonly terminal: Terminal;
}

/**
 * Runs the local AWS until Ctrl-C and prints each request, or runs it during a command, which then has the terminal to itself.
 *
 * @returns the exit code: 0, or that of the command
 * @throws UsageError if the stack cannot be read; UserError if the local AWS or the command cannot be started
 */
export async function runSandbox({ command, port, account, stack, terminal }: SandboxOptions): Promise<number> {
  const { cwd, env, stdout } = terminal;
  const signal = terminal.stopSignal();
  const given = stack === undefined ? [] : givenInStack(stackIn(resolve(cwd, stack)));
  const say = (text: string): void => {
    if (command.length === 0) stdout.write(text);
  };
  say("starting ...\n");
  const environment = await withMoto({
    environment: env,
    cache: cacheFolder(),
    fetching: (text) => {
      say(`${text} ...\n`);
    },
    signal,
  });
  const sandbox = await startSandbox({
    port,
    account,
    environment,
    onRequest: ({ operation, status, error, message = "" }) => {
      say(`${operation} → ${status}${error === undefined ? "" : ` ${error}: ${message}`}\n`);
    },
  }).catch((error: unknown) => {
    throw explained(error) ?? error;
  });
  try {
    await sandbox.give(given);
    for (const { kind, id, region } of given) say(`there is ${kind} ${id} in ${region}\n`);
    if (command.length > 0)
      return await withTemporary("sandbox", async (temporary) =>
        runCommand(command, { cwd, env: { ...env, ...sandboxCredentials(sandbox.endpoint, temporary) } }, signal),
      );
    say(`\n${howToUse(sandbox)}\n\nCtrl-C stops it.\n\n`);
    await untilStopped(signal);
    say("stopping ...\n");
    return 0;
  } finally {
    await sandbox.stop();
  }
}

function howToUse({ endpoint, account }: { readonly endpoint: string; readonly account: string }): string {
  return `The sandbox is at ${endpoint}, account ${account}. In another shell:

  export AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  aws imagebuilder list-components`;
}

/** Reads the JSON of a stack. @throws UsageError if the folder contains no stack */
function stackIn(folder: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new UsageError(
      `--stack is "${folder}", which is not the folder of a synthesised stack: its cdk.tf.json cannot be read: ${whyUnreadable(error)}`,
    );
  }
}

/** Returns an error with advice if the user can fix the cause, or else undefined. */
function explained(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof MotoUnavailable) return new UserError(error.message);
  if (!("code" in error)) return undefined;
  if (error.code === "EADDRINUSE")
    return new UserError("another program listens on this port; choose another port, or leave out --port");
  if (error.code === "EACCES") return new UserError("this port is reserved; choose a port from 1024 up");
  return undefined;
}
