import { createInterface } from "node:readline/promises";

import type { Terminal } from "../terminal";

/** Asks somebody, who may not be there: then undefined. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks on the terminal; undefined where there is none, or where the question itself is interrupted. */
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
