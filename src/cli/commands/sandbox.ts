import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { Command } from "@commander-js/extra-typings";

import { accountId, wholeNumber } from "../option-values";
import type { Finish, Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { UserError } from "../../files/user-error";

const examples = `
Examples:
  golden-images sandbox
  golden-images sandbox --port 4566 --account 082936434188
  golden-images sandbox --stack cdktf.out/stacks/poc

It needs moto_server. If there is none, it is downloaded to node_modules.`;

export function sandboxCommand({ cwd, env, stdout, stopSignal }: Terminal, finish: Finish) {
  return new Command("sandbox")
    .description("Run the local AWS until Ctrl-C: EC2 Image Builder, and the services that it uses by moto_server.")
    .option("--port <port>", "port on 127.0.0.1 (default: a free one)", wholeNumber(1, 65_535))
    .option("--account <id>", "account of everything in it (default: 123456789012)", accountId)
    .option(
      "--stack <folder>",
      "folder of a synthesised stack; what it names but does not create, such as a subnet, exists from the start",
    )
    .addHelpText("after", examples)
    .action(async ({ port, account, stack }) => {
      const signal = stopSignal();
      const [{ givenInStack }, { startSandbox }, { MotoUnavailable }, { withMoto }, { cacheFolder }] =
        await Promise.all([
          import("../../../sandbox/given/given-in-stack"),
          import("../../../sandbox/start"),
          import("../../../sandbox/moto"),
          import("../demo/find-moto"),
          import("../../project/package-folder"),
        ]);
      const given = stack === undefined ? [] : givenInStack(stackIn(resolve(cwd, stack)));
      stdout.write("starting ...\n");
      const sandbox = await startSandbox({
        port,
        account,
        environment: await withMoto({
          environment: env,
          cache: cacheFolder(),
          fetching: (text) => stdout.write(`${text} ...\n`),
          signal,
        }),
        onRequest: ({ operation, status, error, message = "" }) => {
          stdout.write(`${operation} → ${status}${error === undefined ? "" : ` ${error}: ${message}`}\n`);
        },
      }).catch((error: unknown) => {
        throw explained(error, error instanceof MotoUnavailable) ?? error;
      });
      await sandbox.give(given);
      for (const { kind, id, region } of given) stdout.write(`there is ${kind} ${id} in ${region}\n`);
      stdout.write(`
The sandbox is at ${sandbox.endpoint}, account ${sandbox.account}. In another shell:

  export AWS_ENDPOINT_URL=${sandbox.endpoint} AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  aws imagebuilder list-components

Ctrl-C stops it.

`);
      await aborted(signal);
      stdout.write("stopping ...\n");
      await sandbox.stop();
      finish(0);
    });
}

/** @throws UsageError where the folder holds no stack */
function stackIn(folder: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new UsageError(`--stack is "${folder}", which is not the folder of a synthesised stack (${String(error)})`);
  }
}

/** What the user can do something about; undefined for all else. */
function explained(error: unknown, motoIsMissing: boolean): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (motoIsMissing) return new UserError(error.message);
  if (!("code" in error)) return undefined;
  if (error.code === "EADDRINUSE")
    return new UserError("another program listens on this port; choose another port, or leave out --port");
  if (error.code === "EACCES") return new UserError("this port is reserved; choose a port from 1024 up");
  return undefined;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else
      signal.addEventListener(
        "abort",
        () => {
          done();
        },
        { once: true },
      );
  });
}
