import { createColors } from "picocolors";

import { showsColour } from "../screen";

/** The output for progress: a terminal or a file. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Runs one step and shows its progress. The step calls `doing` with what it does at the moment, and returns its outcome in a few words. At
 * the end, one line remains: title, outcome and duration.
 */
export type Step = (title: string, run: (doing: (text: string) => void) => Promise<string>) => Promise<void>;

/** Creates a step runner. @param saysBeginnings whether to print a line at the start of a step if the output is not a terminal; default: false */
export function progressOn(output: ProgressOutput, saysBeginnings = false): Step {
  const passing = passingLine(output);
  const pc = createColors(showsColour(output));
  return async (title, run) => {
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
      const outcome = await run((text) => {
        now = text;
      });
      passing.clear();
      output.write(`${pc.green("✓")} ${title}: ${outcome} ${pc.dim(seconds())}\n`);
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
