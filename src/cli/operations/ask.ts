import { createInterface } from "node:readline/promises";

import type { Terminal } from "../terminal";

/** Asks the user a question. Returns undefined if there is nobody to answer. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Creates a function that asks on the terminal. It returns undefined if there is no terminal, or if the user interrupts the question. */
export function askOn({ stdin, stdout }: Pick<Terminal, "stdin" | "stdout">): Ask {
  return async (question) => {
    if (!stdin.isTTY || !stdout.isTTY) return undefined;
    const reader = createInterface({ input: stdin, output: stdout });
    const stop = new AbortController();
    reader.on("SIGINT", () => {
      stop.abort();
    });
    try {
      return await reader.question(question, { signal: stop.signal });
    } catch {
      stdout.write("\n");
      return undefined;
    } finally {
      reader.close();
    }
  };
}
