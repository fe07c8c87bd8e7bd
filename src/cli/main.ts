import { constants } from "node:os";

import { optimiseLate } from "../project/optimise-late";
import { runProgram } from "./run-program";
import { Stopped, type Terminal } from "./terminal";

optimiseLate();

const stop = new AbortController();
let stoppedBy: NodeJS.Signals | undefined;
let listens = false;

function stopSignal(): AbortSignal {
  if (listens) return stop.signal;
  listens = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      stoppedBy = signal;
      stop.abort(new Stopped(signal));
    });
  }
  return stop.signal;
}

// A reader such as `head` closes the pipe when it has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const { env } = process;
// The SDK is pinned to versions that run on the Node.js version in package.json, so its reminder is of no use to users.
env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
// CDKTF reads these. They are for `synth`, which the CDKTF CLI can start, and for what the user runs in the sandbox: with all other commands,
// the same commit gives the same JSON.
if (!["synth", "sandbox"].includes(process.argv[2] ?? ""))
  for (const name of ["CDKTF_CONTEXT_JSON", "CDKTF_TARGET_STACK_ID", "SYNTH_HCL_OUTPUT"])
    Reflect.deleteProperty(env, name);
// Getters, because opening a stream takes milliseconds and most commands use neither.
const terminal: Terminal = {
  cwd: process.cwd(),
  env,
  stdout: process.stdout,
  get stdin() {
    return process.stdin;
  },
  get stderr() {
    return process.stderr;
  },
  stopSignal,
};
runProgram(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const by = error instanceof Stopped ? error.by : stoppedBy;
    if (by === undefined) console.error(error);
    else console.error("\nstopped");
    // The exit code that shells expect of a program that a signal has ended.
    process.exitCode = by === undefined ? 1 : 128 + constants.signals[by];
  },
);
