import type { Terminal } from "../terminal";
import { isLive } from "./build-screen";

/** What a report is written to. */
export interface Screen {
  readonly colour: boolean;
  /** Its width; absent where it is no terminal, and then nothing is broken into lines. */
  readonly columns?: number;
}

export function screenOf({ stdout, env }: Terminal): Screen {
  return { colour: isLive(stdout, env), columns: stdout.isTTY ? stdout.columns : undefined };
}
