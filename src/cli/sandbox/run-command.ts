import { spawn } from "node:child_process";
import { constants } from "node:os";

import { UserError } from "../../files/user-error";
import { Stopped } from "../terminal";

/**
 * Runs a command in the terminal of this process. Ctrl-C goes to it alone, as in a shell: it decides what to do. Any other signal is passed on.
 *
 * @returns its exit code, or 128 and the number of the signal that ended it
 * @throws UserError where there is no such program
 */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const pass = (): void => {
    const by = signal.reason instanceof Stopped ? signal.reason.by : "SIGTERM";
    // The terminal has sent it to the command as well.
    if (by !== "SIGINT") child.kill(by);
  };
  signal.addEventListener("abort", pass, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", (error: NodeJS.ErrnoException) => {
        reject(error.code === "ENOENT" ? new UserError(`there is no program "${program}" on the PATH`) : error);
      });
      child.once("close", (code, by) => {
        resolve(code ?? 128 + constants.signals[by ?? "SIGTERM"]);
      });
    });
  } finally {
    signal.removeEventListener("abort", pass);
  }
}
