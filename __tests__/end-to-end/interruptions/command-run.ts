import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { ownProgram } from "../own-program";

export interface RunOptions {
  /** Project folder, in which the command runs. */
  readonly project: string;
  /** Folder for temporary files. Processes with this folder in their environment were started by the run. */
  readonly temporary: string;
  readonly variables: NodeJS.ProcessEnv;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** Duration in milliseconds. */
  readonly took: number;
}

/** How a command is killed: after some milliseconds, when its output matches, or as soon as it writes a file in the project. */
export type Kill = {
  readonly signal: NodeJS.Signals;
} & ({ readonly after: number } | { readonly at: RegExp } | { readonly onWriting: true });

/** Runs one command of the program until it ends or is killed. */
export async function runCommand(
  { project, temporary, variables }: RunOptions,
  args: readonly string[],
  kill?: Kill,
): Promise<Ended> {
  const started = Date.now();
  const child = spawn(process.execPath, [...ownProgram(), ...args], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CHECKPOINT_DISABLE: "1", ...variables, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const end = (): void => {
    if (kill !== undefined) child.kill(kill.signal);
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (kill !== undefined && "at" in kill && kill.at.test(output)) end();
    });
  const timer = kill !== undefined && "after" in kill ? setTimeout(end, kill.after) : undefined;
  const watcher = kill !== undefined && "onWriting" in kill ? watch(project, { recursive: true }, end) : undefined;
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  watcher?.close();
  return { code, signal, output, took: Date.now() - started };
}

/** Returns the command lines of processes that a run started and that still run. Waits as long as Terraform has to save its state. */
export async function leftRunning({ temporary }: RunOptions, seconds = 60): Promise<string[]> {
  for (let left = seconds * 10; ; left--) {
    const running = readdirSync("/proc").flatMap((pid) => {
      try {
        if (!/^\d+$/.test(pid) || !readFileSync(`/proc/${pid}/environ`, "utf8").includes(`TMPDIR=${temporary}\0`))
          return [];
        // A process that has ended but was not waited for has no command line.
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return command === "" ? [] : [command];
      } catch {
        return []; // The process has ended, or belongs to another user.
      }
    });
    if (running.length === 0 || left <= 0) return running;
    await delay(100);
  }
}

/** Returns temporary files and folders of the program, in the project and in the temporary folder. */
export function temporaryFiles({ project, temporary }: RunOptions): string[] {
  const inProject = readdirSync(project, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.includes(".terraform"))
    .filter((name) => name.endsWith(".tmp"));
  return [...inProject, ...readdirSync(temporary).filter((name) => name.startsWith("golden-images"))];
}

/** Returns incomplete JSON, lock and HTML files. */
export function halfWritten({ project }: RunOptions): string[] {
  return readdirSync(project, { recursive: true, encoding: "utf8" })
    .filter((name) => !/\.terraform|\.tmp\b/.test(name))
    .filter((name) => {
      if (name.endsWith(".json")) return !isJson(readFileSync(join(project, name), "utf8"));
      if (name.endsWith(".lock.hcl")) return !readFileSync(join(project, name), "utf8").endsWith("}\n");
      return name.endsWith(".html") && !/<\/html>\s*$/.test(readFileSync(join(project, name), "utf8"));
    });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
