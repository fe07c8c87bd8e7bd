import { createColors } from "picocolors";

import { showsColour } from "../screen";

/** The parts of a terminal, or of a file, that progress is written to. */
export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Runs one step. `doing` says what is being done right now; what the step returns is its outcome in a few words.
 * One line is left of a step: what it was, how it ended, how long it took.
 */
export type Step = (title: string, run: (doing: (text: string) => void) => Promise<string>) => Promise<void>;

/** @param saysBeginnings whether a line says that a step begins where nothing can be written over; default: false */
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

/** A line that is written over again and again; only a terminal can do that. */
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
