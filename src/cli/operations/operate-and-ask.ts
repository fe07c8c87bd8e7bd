import type { Terminal } from "../terminal";
import { askOn } from "./ask";
import { operate, type Operated } from "./operate";
import type { Ask } from "./run-build";

/** Runs in an environment what may have to ask first. */
export async function operateAndAsk(
  terminal: Terminal,
  where: { readonly project?: string; readonly environment: string },
  run: (operated: Operated, ask: Ask) => Promise<number>,
): Promise<number> {
  return operate(terminal, where, async (operated) => run(operated, askOn(terminal)));
}
