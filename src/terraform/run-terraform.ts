import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

import { UserError } from "../files/user-error";
import { howToInstallTerraform, terraformBinary } from "./binary";
import { type Diagnostic, formatDiagnostic, textDiagnostic, toDiagnostic } from "./diagnostic";

/** How long Terraform may take to end in good order once asked, in milliseconds. */
const gracePeriod = 10_000;

export interface TerraformOptions {
  /** Folder that holds cdk.tf.json. */
  readonly folder: string;
  /** The whole environment of the process; see `terraformEnvironment`. */
  readonly environment: NodeJS.ProcessEnv;
  /** Called with each line of progress, without its line break. */
  readonly onLine?: (line: string) => void;
  /** Ends the running command, and all it started. */
  readonly signal?: AbortSignal;
}

export interface Output {
  readonly exitCode: number;
  readonly stdout: string;
}

/**
 * Terraform under a shell that waits for its own input to end as well, which it does when this process goes, however that ends. Terraform
 * is then asked to stop, so that it saves its state and gives its lock back, and ended with its providers where it does not.
 * The input is kept as descriptor 3, for a background job of a shell has none.
 *
 * A Terraform that a signal ends leaves its providers running, and it is ended by SIGPIPE where nobody reads its output any more: they go with it.
 */
const watched = `exec 3<&0
program=$1; shift
"$program" "$@" </dev/null 3<&- & terraform=$!
(while read -r line <&3; do :; done; kill -TERM $terraform; sleep ${gracePeriod / 1000}; kill -KILL 0) >/dev/null 2>&1 & watch=$!
wait $terraform; code=$?
kill $watch 2>/dev/null
[ $code -le 128 ] || kill -KILL 0
exit $code`;

/** What a shell answers for a program that it does not find. */
const notFound = 127;

/** Neither Terraform nor OpenTofu is on the PATH. */
export class TerraformMissingError extends UserError {
  constructor(program: string) {
    super(howToInstallTerraform(program));
  }
}

/** A command that Terraform ended with a failure. */
export class TerraformError extends UserError {
  constructor(
    /** As typed, such as `terraform apply`. */
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
 * @param accepted exit codes that are no failure
 * @throws TerraformMissingError, TerraformError, or the signal's reason
 */
export async function runTerraform(
  { folder, environment, onLine, signal }: TerraformOptions,
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<Output> {
  signal?.throwIfAborted();
  const program = terraformBinary(environment);
  // A process group of its own: a provider must not outlive a Terraform that is stopped, nor hear the terminal's Ctrl-C before Terraform does.
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
      throw new TerraformError(`terraform ${args[0] ?? ""}`, exitCode, diagnosticsIn(stdout, stderr.join("\n")));
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
    // It has ended by itself.
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
