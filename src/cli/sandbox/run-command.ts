import { spawn } from "node:child_process";
import { constants } from "node:os";

import { UserError } from "../../files/user-error";
import { Stopped } from "../terminal";

/**
 * Runs a command in the terminal of this process. Ctrl-C reaches only the command, as in a shell. All other signals are passed on to it.
 *
 * @returns the exit code of the command, or 128 plus the number of the signal that ended it
 * @throws UserError if the program does not exist
 */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const pass = (): void => {
    const by = signal.reason instanceof Stopped ? signal.reason.by : "SIGTERM";
    // The terminal sends SIGINT to the command as well.
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
