import { createColors } from "picocolors";

import type { BuildEvent } from "../../operations/builds/follow-build";
import { howToRun } from "../../problems/how-to-run";
import { printable } from "../../problems/printable";
import { shellWord } from "../../problems/shell-word";
import { wrapped } from "../../problems/wrapped";
import { passingLine, type ProgressOutput } from "../progress";
import { showsColour } from "../screen";
import { logLineText } from "./log-line-text";

/** Shows builds that run in parallel: one line for each event, and on a terminal one more line for the running steps. */
export interface BuildScreen {
  readonly line: (image: string, text: string) => void;
  readonly event: (image: string, event: BuildEvent) => void;
  /** Removes the line of running steps, e.g. before a question. */
  readonly clear: () => void;
}

/** Checks whether to use colours and a line that is overwritten: only on a terminal, and not in CI. */
export function isLive(output: ProgressOutput, environment: NodeJS.ProcessEnv): boolean {
  return output.isTTY === true && !environment.CI && environment.TERM !== "dumb";
}

export interface ShownBuilds {
  readonly environment: string;
  /** Names of all images that will be shown. They determine the width of the first column. */
  readonly images: readonly string[];
  readonly live: boolean;
}

export function buildScreen(output: ProgressOutput, { environment, images, live }: ShownBuilds): BuildScreen {
  const pc = createColors(live && showsColour(output));
  const passing = passingLine(live ? output : { write: () => undefined });
  const width = Math.max(...images.map(({ length }) => length));
  const running = new Map<string, string>();
  const show = (): void => {
    const now = [...running].map(([image, text]) => `· ${images.length > 1 ? `${image} ` : ""}${text}`);
    if (now.length > 0) passing.show(now.join("  "));
  };
  const line = (image: string, text: string): void => {
    passing.clear();
    output.write(`${image.padEnd(width)}  ${text}\n`);
    show();
  };
  /** Writes a sentence, wrapped to the width of the terminal. */
  const say = (image: string, text: string): void => {
    const room = live && output.columns !== undefined ? output.columns - width - 2 : Infinity;
    for (const each of wrapped(text, room)) line(image, each);
  };
  const event = (image: string, happened: BuildEvent): void => {
    switch (happened.kind) {
      case "status":
        line(image, pc.dim(happened.status));
        return;
      case "step": {
        running.delete(image);
        const { step, took } = happened;
        const mark = { COMPLETED: pc.green("✓"), FAILED: pc.red("✗"), CANCELLED: pc.yellow("✗") }[step.status] ?? "-";
        const time = took === undefined ? step.status.toLowerCase() : duration(took);
        line(image, `${mark} ${printable(step.name).padEnd(24)} ${pc.dim(time)}`);
        return;
      }
      case "running": {
        const { step, took, usual } = happened;
        const estimate = usual === undefined ? "" : ` (last time ${duration(usual)})`;
        running.set(image, `${printable(step.name)} ${duration(took)}${estimate}`);
        show();
        return;
      }
      case "waiting":
        line(image, `${pc.yellow("?")} ${printable(happened.step.name)} waits for approval`);
        for (const answer of ["approve", "reject"])
          line(image, `  ${howToRun(`${answer} ${environment} ${shellWord(image)} --reason TEXT`)}`);
        return;
      case "log":
        for (const each of happened.lines) line(image, pc.dim(logLineText(each)));
        return;
      case "warning":
        say(image, `${pc.yellow("!")} ${happened.message}`);
        return;
      case "trouble":
        say(
          image,
          `${pc.yellow("!")} no answer from AWS (${printable(happened.message)}); trying again, the build continues`,
        );
        return;
      case "recovered":
        line(image, "connected again");
        return;
    }
  };
  return {
    line,
    event,
    clear: () => {
      passing.clear();
    },
  };
}

/** Formats a duration, e.g. `0.4 s`, `42 s`, `2 min 27 s` or `1 h 3 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
