import { spawn } from "node:child_process";
import { once } from "node:events";

import { ownProgram } from "./own-program";

export interface Ran {
  /** Exit code; null if a signal ended the command. */
  readonly code: number | null;
  /** Standard output and standard error, mixed. */
  readonly output: string;
}

/** A running command. */
export interface Running {
  readonly end: Promise<Ran>;
  /** Waits until the command has written a text or has ended. */
  readonly said: (text: string) => Promise<void>;
}

/** Starts a command of the program in a new process. @param args such as `["adopt", "dev"]` */
export function startOwnProgram(project: string, args: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [...ownProgram(), ...args], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const closed = once(child, "close") as Promise<[number | null]>;
  return {
    end: closed.then(([code]) => ({ code, output: output.join("") })),
    said: async (text) => {
      const more = async (): Promise<unknown> =>
        Promise.race([closed, once(child.stdout, "data"), once(child.stderr, "data")]);
      while (!output.join("").includes(text) && child.exitCode === null) await more();
    },
  };
}
