import { type Fields, text } from "../../fields";
import { parsed } from "../../parse-document";

/** What a run needs to know of a step of a component document. */
export interface DocumentStep {
  readonly name: string;
  readonly action: string;
  readonly onFailure: "Abort" | "Continue" | "Ignore";
  /** How often a loop runs it; 1 without a loop, and where only the build knows. */
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

/** Source: Image Builder User Guide, "Use looping constructs": for runs to its end inclusive, forEach over a list or a text that is split. */
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

/** A step, and where it stands. */
export interface PlacedStep {
  /** As the recipe names it. */
  readonly componentArn: string;
  readonly phase: string;
  readonly step: DocumentStep;
}
