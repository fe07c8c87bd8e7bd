import { constants } from "node:os";

import { runDemo } from "./demo/run-demo";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // What a shell expects of a program that a signal ended.
    process.exitCode = 128 + constants.signals[signal];
    stop.abort(new Error(`stopped by ${signal}`));
  });
}

runDemo({ project: process.cwd(), environment: process.env, output: process.stdout, signal: stop.signal }).catch(
  (error: unknown) => {
    console.error(`\n${stop.signal.aborted ? "stopped" : error instanceof Error ? error.message : String(error)}`);
    process.exitCode ??= 1;
  },
);
