import { CommanderError } from "@commander-js/extra-typings";

import { explainFileError } from "../files/file-error";
import { UserError } from "../files/user-error";
import { wrappedText } from "../problems/wrapped";
import { program } from "./program";
import { screenOf } from "./screen";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

/** Commands whose exit code 2 means that a plan has changes, as with Terraform's `-detailed-exitcode`. Wrong use of them is exit code 1. */
const reviewing = new Set(["plan", "review", "deploy"]);

/**
 * Runs one command.
 *
 * @param argv the arguments after the name of the program
 * @returns the exit code: 0; 1 if the command found problems or failed; 2 for wrong use; or the result of a review
 * @throws errors that are faults of the program, not of the user
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [command] = argv;
  const wrongUse = command !== undefined && reviewing.has(command) ? 1 : 2;
  let code = 0;
  try {
    const finish = (exitCode: number): void => {
      code = exitCode;
    };
    await program(terminal, finish, command).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // Commander has already written its message. Showing the help is not an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
    if (error instanceof UsageError) {
      terminal.stderr.write(errorText(error.message, terminal));
      return wrongUse;
    }
    const message = error instanceof UserError ? error.message : explainFileError(error);
    if (message === undefined) throw error;
    terminal.stderr.write(errorText(message, terminal));
    return 1;
  }
}

function errorText(message: string, { stderr }: Terminal): string {
  return `${wrappedText(`error: ${message}`, screenOf(stderr).columns)}\n`;
}
