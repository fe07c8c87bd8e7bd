import { constants } from "node:os";

import { explainFileError, FileError } from "./file-error";
import { UsageError } from "./usage-error";

/** @returns the exit code */
export type Command = (cwd: string, signal: AbortSignal) => Promise<number>;

/**
 * Runs a command that starts other programs or makes temporary folders: SIGINT and SIGTERM abort its signal, and it ends once it has cleaned up.
 * A mistake of the user is told without a stack trace.
 */
export function startCommand(command: Command, usage: string): void {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // What a shell expects of a program that a signal ended.
      process.exitCode = 128 + constants.signals[signal];
      stop.abort(new Error(`stopped by ${signal}`));
    });
  }
  command(process.cwd(), stop.signal).then(
    (code) => {
      process.exitCode ??= code;
    },
    (error: unknown) => {
      console.error(stop.signal.aborted ? "stopped" : explain(error, usage));
      process.exitCode ??= 1;
    },
  );
}

/** What the user reads of a failure. */
export function explain(error: unknown, usage: string): string {
  const file = error instanceof FileError ? error.message : explainFileError(error);
  if (file !== undefined) return file;
  if (!(error instanceof Error)) return String(error);
  const misused = error instanceof UsageError || ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_"));
  return misused ? `${error.message}\n\n${usage}` : error.message;
}
