import { CommanderError } from "@commander-js/extra-typings";

import { explainFileError } from "../files/file-error";
import { UserError } from "../files/user-error";
import { wrappedText } from "../problems/wrapped";
import { program } from "./program";
import { screenOf } from "./screen";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

/** Exit code 2 of these says that a plan has changes, as `-detailed-exitcode` of Terraform; so wrong use is 1. */
const reviewing = new Set(["plan", "review", "deploy"]);

/**
 * Runs one command.
 *
 * @param argv the arguments after the name of the program
 * @returns the exit code: 0, 1 where the command found problems or could not do its work, 2 for wrong use,
 * or what a review found
 * @throws what is no user's mistake: a fault of the program
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  const wrongUse = reviewing.has(argv[0] ?? "") ? 1 : 2;
  let code = 0;
  try {
    const finish = (exitCode: number): void => {
      code = exitCode;
    };
    await program(terminal, finish, argv[0]).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // Commander has written its message already; help is no error.
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
