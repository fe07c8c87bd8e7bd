import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

import { spaced } from "../collections/spaced";
import { UserError } from "../files/user-error";
import { howToInstallTerraform, terraformBinary } from "./binary";
import { type Diagnostic, formatDiagnostic, textDiagnostic, toDiagnostic } from "./diagnostic";

/** Time in milliseconds that Terraform has to stop cleanly before it is killed. */
const gracePeriod = 10_000;

export interface TerraformOptions {
  /** Folder that contains cdk.tf.json. */
  readonly folder: string;
  /** The complete environment of the process; see `terraformEnvironment`. */
  readonly environment: NodeJS.ProcessEnv;
  /** Receives each line of progress, without its line break. */
  readonly onLine?: (line: string) => void;
  /** Stops the running command and all its child processes. */
  readonly signal?: AbortSignal;
}

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
}

/**
 * Shell script that runs Terraform and waits for its own standard input to close, which happens when this process ends for any reason. The
 * script then asks Terraform to stop, so that Terraform saves its state and releases its lock. After the grace period the script kills
 * Terraform and its providers. The input is kept as descriptor 3 because a background job of a shell has no standard input.
 *
 * If a signal ends Terraform, its providers keep running; SIGPIPE ends Terraform if its output is no longer read. In both cases the script
 * kills the process group.
 */
const watched = `exec 3<&0
program=$1; shift
"$program" "$@" </dev/null 3<&- & terraform=$!
(while read -r line <&3; do :; done; kill -TERM $terraform; sleep ${gracePeriod / 1000}; kill -KILL 0) >/dev/null 2>&1 & watch=$!
wait $terraform; code=$?
kill $watch 2>/dev/null
[ $code -le 128 ] || kill -KILL 0
exit $code`;

/** Exit code of a shell for a program that it does not find. */
const notFound = 127;

/** Failure because neither Terraform nor OpenTofu is on the PATH. */
export class TerraformMissingError extends UserError {
  constructor(program: string) {
    super(howToInstallTerraform(program));
  }
}

/** Failure of a Terraform command. */
export class TerraformError extends UserError {
  constructor(
    /** Command as typed, such as `terraform apply`. */
    readonly command: string,
    readonly exitCode: number,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super([`${command} failed with exit code ${exitCode}`, ...diagnostics.map(formatDiagnostic)].join("\n"));
  }
}

/**
 * Runs one Terraform command and collects its output.
 *
 * @param accepted exit codes that mean success. Default: 0
 * @throws TerraformMissingError if the program is not found, TerraformError if the command fails, or the reason of the aborted signal
 */
export async function runTerraform(
  { folder, environment, onLine, signal }: TerraformOptions,
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<Output> {
  signal?.throwIfAborted();
  const program = terraformBinary(environment);
  // A separate process group, so that no provider outlives a stopped Terraform or receives the terminal's Ctrl-C before Terraform does.
  const child = spawn("/bin/sh", ["-c", watched, "terraform", program, ...args], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.once("exit", () => child.stdin.end());
  const stdout: string[] = [];
  const stderr: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    stdout.push(line);
    const text = progress(line);
    if (text !== undefined && text.trim() !== "") onLine?.(text);
  });
  createInterface({ input: child.stderr }).on("line", (line) => stderr.push(line));

  let overdue: NodeJS.Timeout | undefined;
  const stop = (): void => {
    killGroup(child.pid, "SIGTERM");
    overdue = setTimeout(() => {
      killGroup(child.pid, "SIGKILL");
    }, gracePeriod);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        resolve(code ?? 1);
      });
    });
    signal?.throwIfAborted();
    if (exitCode === notFound) throw new TerraformMissingError(program);
    if (!accepted.includes(exitCode)) {
      throw new TerraformError(spaced("terraform", args[0]), exitCode, diagnosticsIn(stdout, stderr.join("\n")));
    }
    return { exitCode, stdout: stdout.join("\n") };
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener("abort", stop);
  }
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The process has already ended.
  }
}

function progress(line: string): string | undefined {
  if (!line.startsWith("{")) return line;
  const message = parsed(line)?.["@message"];
  return typeof message === "string" ? message : undefined;
}

function diagnosticsIn(lines: readonly string[], stderr: string): Diagnostic[] {
  const found = lines.flatMap((line) => toDiagnostic(parsed(line)?.diagnostic) ?? []);
  const whole = parsed(lines.join("\n"))?.diagnostics;
  if (Array.isArray(whole)) found.push(...whole.flatMap((value) => toDiagnostic(value) ?? []));
  if (found.some(({ severity }) => severity === "error")) return found;
  const said = textDiagnostic(stderr);
  return said === undefined ? found : [...found, said];
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
