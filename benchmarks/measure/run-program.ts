import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** A Node.js program to measure. */
export interface Program {
  /** Arguments after `node`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A folder that is deleted before each run. Default: none. */
  readonly removed?: string;
}

export interface Usage {
  /** CPU time in seconds, of user and system on all processors. */
  readonly cpu: number;
  /** Elapsed time in seconds. */
  readonly wall: number;
  /** Peak memory in megabytes. */
  readonly megabytes: number;
}

/** Runs a program once. @throws Error if the program fails, because a failure would look fast */
export function runProgram({ args, cwd, env, removed }: Program): Usage {
  if (removed !== undefined) rmSync(removed, { recursive: true, force: true });
  const usage = join(tmpdir(), `golden-images-bench.${process.pid}.json`);
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "usage-on-exit.cjs"), ...args],
    { cwd, encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, ...env, BENCH_USAGE: usage } },
  );
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stderr}${stdout}`.slice(0, 2000));
  return { wall, ...(JSON.parse(readFileSync(usage, "utf8")) as Omit<Usage, "wall">) };
}
