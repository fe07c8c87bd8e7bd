import { setFlagsFromString } from "node:v8";

/**
 * Bytes of bytecode that a function runs before V8 optimises it. V8's default is 67,584. A synthesis usually ends before optimised code pays for
 * the time that other processors need to compile it (docs/performance.md). Versions of V8 without this flag ignore it.
 */
const interruptBudget = 1_000_000;

/** Delays V8's optimisation for the rest of this process. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
