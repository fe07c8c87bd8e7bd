import { createInterface } from "node:readline/promises";

import { Stopped, type Terminal } from "./terminal";

/** Asks the user a question. Returns undefined if there is nobody to answer. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Creates a function that asks on the terminal. It returns undefined if there is no terminal, or if the user interrupts the question. */
export function askOn(terminal: Pick<Terminal, "stdin" | "stdout">): Ask {
  return async (question) => {
    if (!terminal.stdin.isTTY || !terminal.stdout.isTTY) return undefined;
    try {
      return await askIn(terminal, question);
    } catch {
      terminal.stdout.write("\n");
      return undefined;
    }
  };
}

/**
 * Asks a question that must be answered.
 *
 * @param signal ends the question
 * @throws Stopped if the user presses Ctrl-C or Ctrl-D, or the reason of the signal
 */
export async function askIn(
  { stdin, stdout }: Pick<Terminal, "stdin" | "stdout">,
  question: string,
  signal?: AbortSignal,
): Promise<string> {
  const reader = createInterface({ input: stdin, output: stdout });
  const closed = new AbortController();
  // Ctrl-C and Ctrl-D close the reader. Not every Node.js 20 then ends the question.
  reader.once("close", () => {
    closed.abort();
  });
  try {
    return (
      await reader.question(question, { signal: AbortSignal.any([closed.signal, signal ?? closed.signal]) })
    ).trim();
  } catch {
    signal?.throwIfAborted();
    throw new Stopped("SIGINT");
  } finally {
    reader.close();
  }
}
