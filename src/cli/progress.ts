import { createColors } from "picocolors";

import { showsColour } from "./screen";

/** The output for progress: a terminal or a file. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

type Run<T> = (doing: (text: string) => void) => Promise<T>;

/**
 * Runs one step, shows its progress and returns its result. The step calls `doing` with what it does at the moment. At the end, one line
 * remains: title, outcome in a few words, and duration. The outcome is the result, or what `outcome` says about it.
 */
export interface Step {
  (title: string, run: Run<string>): Promise<string>;
  <T>(title: string, run: Run<T>, outcome: (result: T) => string): Promise<T>;
}

/** Creates a step runner. @param saysBeginnings whether to print a line at the start of a step if the output is not a terminal; default: false */
export function progressOn(output: ProgressOutput, saysBeginnings = false): Step {
  const passing = passingLine(output);
  const pc = createColors(showsColour(output));
  return async <T>(title: string, run: Run<T>, outcome: (result: T) => string = String) => {
    const start = performance.now();
    const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    let now = "";
    const show = (): void => {
      passing.show(`· ${title}  ${seconds()}  ${now}`);
    };
    if (saysBeginnings && output.isTTY !== true) output.write(`· ${title}\n`);
    show();
    const ticking = setInterval(show, 100);
    try {
      const result = await run((text) => {
        now = text;
      });
      passing.clear();
      output.write(`${pc.green("✓")} ${title}: ${outcome(result)} ${pc.dim(seconds())}\n`);
      return result;
    } catch (error) {
      passing.clear();
      output.write(`${pc.red("✗")} ${title} ${pc.dim(seconds())}\n`);
      throw error;
    } finally {
      clearInterval(ticking);
    }
  };
}

/** Creates a line that is overwritten by each `show`. Does nothing if the output is not a terminal. */
export function passingLine(output: ProgressOutput): { show(text: string): void; clear(): void } {
  if (output.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  return {
    show(text) {
      output.write(`\r\x1b[2K${text.slice(0, (output.columns ?? 80) - 1)}`);
    },
    clear() {
      output.write("\r\x1b[2K");
    },
  };
}
