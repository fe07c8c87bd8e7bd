import { setFlagsFromString } from "node:v8";

/**
 * How long a function runs before V8 optimises it, in bytes of bytecode; its default is 67,584. Reading, checking and synthesising a project ends
 * before optimised code pays for the time that other processors spend on making it (docs/performance.md). A version of V8 that does not know the flag
 * ignores it.
 */
const interruptBudget = 1_000_000;

/** For the rest of this process. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
