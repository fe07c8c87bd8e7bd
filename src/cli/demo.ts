import { constants } from "node:os";

import { parseArgs } from "node:util";

import { runDemo } from "./demo/run-demo";
import { projectFolder } from "./project-folder";

const usage = `Takes an environment through its whole life on a local AWS: applied, planned again, shown, destroyed.

  npm run demo -- [--project FOLDER] [ENVIRONMENT]

Without an environment it is "sandbox".`;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // What a shell expects of a program that a signal ended.
    process.exitCode = 128 + constants.signals[signal];
    stop.abort(new Error(`stopped by ${signal}`));
  });
}

async function main(cwd: string): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { project: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help === true || positionals.length > 1) {
    console.log(usage);
    return;
  }
  await runDemo({
    project: projectFolder(values.project, cwd),
    stack: positionals[0] ?? "sandbox",
    environment: process.env,
    output: process.stdout,
    signal: stop.signal,
  });
}

main(process.cwd()).catch((error: unknown) => {
  console.error(`\n${stop.signal.aborted ? "stopped" : error instanceof Error ? error.message : String(error)}`);
  process.exitCode ??= 1;
});
