import { mkdtemp, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a command that can be stopped by Ctrl-C, with a folder that goes when it ends. Answers its exit code. */
export async function withTemporary(run: (temporary: string, signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      // What a shell expects of a program that a signal ended.
      process.exitCode = 128 + constants.signals[signal];
      stop.abort(new Error(`stopped by ${signal}`));
    });
  const temporary = await mkdtemp(join(tmpdir(), "golden-images-plan-"));
  try {
    return await run(temporary, stop.signal);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
