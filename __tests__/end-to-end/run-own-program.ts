import { spawn } from "node:child_process";
import { once } from "node:events";

import { ownProgram } from "./own-program";

/** Runs a command of the program to its end. @param args such as `["adopt", "dev"]` @returns its exit code and complete output */
export async function runOwnProgram(
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  const child = spawn(process.execPath, [...ownProgram(), ...args], {
    cwd: project,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const [exitCode] = (await once(child, "close")) as [number];
  return { exitCode, output: output.join("") };
}
