import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { givenInStack } from "./given/given-in-stack";
import { MotoUnavailable } from "./moto";
import { startSandbox } from "./start";

const usage = `A local AWS for trying things out: EC2 Image Builder, and by moto_server the services around it.

  npm run sandbox -- [--port N] [--account ID] [--stack FOLDER]

  --port N      port on 127.0.0.1 (default: a free one)
  --account ID  account of everything in it (default: 123456789012)
  --stack FOLDER
                what the stack there names and does not make exists from the start, e.g. a subnet by its id; a folder such as
                cdktf.out/stacks/poc, as npm run synth writes it`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      account: { type: "string" },
      stack: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return;
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65535))
    throw new UsageError(`--port "${values.port ?? ""}": write a number from 1 to 65535`);
  if (values.account !== undefined && !/^\d{12}$/.test(values.account))
    throw new UsageError(`--account "${values.account}": write 12 digits`);

  const given = values.stack === undefined ? [] : givenInStack(stackIn(values.stack));

  console.log("starting ...");
  const sandbox = await startSandbox({
    port,
    account: values.account,
    environment: process.env,
    onRequest: ({ operation, status, error, message = "" }) => {
      console.log(`${operation} → ${status}${error === undefined ? "" : ` ${error}: ${message}`}`);
    },
  });
  await sandbox.give(given);
  for (const { kind, id, region } of given) console.log(`there is ${kind} ${id} in ${region}`);
  console.log(`
The sandbox is at ${sandbox.endpoint}, account ${sandbox.account}. In another shell:

  export AWS_ENDPOINT_URL=${sandbox.endpoint} AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  aws imagebuilder list-components

Ctrl-C stops it.
`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.log("stopping ...");
      void sandbox.stop().then(() => process.exit(0));
    });
  }
}

class UsageError extends Error {}

function stackIn(folder: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new UsageError(`--stack "${folder}": write the folder of a synthesised stack (${String(error)})`);
  }
}

/** What the user can do something about; undefined for all else. */
function explanationOf(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof MotoUnavailable) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "EADDRINUSE")
    return "something else listens at the port; choose another, or leave --port out for a free one";
  return error.code === "EACCES" ? "the port may not be used; choose one from 1024 on" : `${error.message}\n\n${usage}`;
}

main().catch((error: unknown) => {
  console.error(explanationOf(error) ?? error);
  process.exitCode = 1;
});
