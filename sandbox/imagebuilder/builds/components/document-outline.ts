import { type Fields, text } from "../../fields";
import { parsed } from "../../parse-document";

/** A step of a component document, as far as a simulated run needs it. */
export interface DocumentStep {
  readonly name: string;
  readonly action: string;
  readonly onFailure: "Abort" | "Continue" | "Ignore";
  /** Number of runs in a loop. 1 without a loop, or if the number is only known during a build. */
  readonly iterations: number;
  readonly isLoop: boolean;
}

export interface DocumentPhase {
  readonly name: string;
  readonly steps: readonly DocumentStep[];
}

export function phasesOf(document: string): DocumentPhase[] {
  return ((parsed(document).phases ?? []) as readonly Fields[]).map((phase) => ({
    name: text(phase, "name"),
    steps: ((phase.steps ?? []) as readonly Fields[]).map((step) => ({
      name: text(step, "name"),
      action: text(step, "action"),
      onFailure: step.onFailure === "Continue" || step.onFailure === "Ignore" ? step.onFailure : "Abort",
      iterations: iterationsOf(step.loop as Fields | undefined),
      isLoop: step.loop !== undefined,
    })),
  }));
}

/**
 * Returns the number of runs of a loop. `for` includes its end; `forEach` takes a list, or a text that is split. Source: Image Builder User
 * Guide, "Use looping constructs".
 */
function iterationsOf(loop: Fields | undefined): number {
  if (loop?.for !== undefined) {
    const { start, end, updateBy } = loop.for as Readonly<Record<string, number>>;
    return Math.max(1, Math.floor((Number(end) - Number(start)) / Number(updateBy)) + 1);
  }
  const each = loop?.forEach;
  if (Array.isArray(each)) return Math.max(1, each.length);
  const { list, delimiter = "," } = (each ?? {}) as { readonly list?: unknown; readonly delimiter?: string };
  return typeof list === "string" && !list.includes("{{") ? list.split(delimiter).length : 1;
}

/** A step, with its component and phase. */
export interface PlacedStep {
  /** ARN of the component as in the recipe. */
  readonly componentArn: string;
  readonly phase: string;
  readonly step: DocumentStep;
}
