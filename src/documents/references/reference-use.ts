import type { Outline, Phase, Step } from "../component/outline";
import type { Chain, Reference } from "./reference";

/** A reference in a step, and what it leads to. */
export interface ReferenceUse {
  readonly reference: Reference;
  /** What stands between the braces, trimmed. */
  readonly inner: string;
  /** A brace is missing. */
  readonly broken: boolean;
  /** The text is most likely for another template language. */
  readonly doubtful: boolean;
  readonly step: Step;
  readonly outline: Outline;
  /** The reference as a chain to an input or output; absent where it is none, or broken. */
  readonly chain?: Chain;
  readonly target?: Target;
}

/** What a chain names, as far as it is there. */
export interface Target {
  readonly phase?: Phase;
  readonly step?: Step;
  /** When that step runs, seen from the one that refers to it. */
  readonly order?: "before" | "later" | "other stage";
}

/** Image Builder runs a phase at most once, in this order, whatever the order in the document; each stage on an instance of its own. */
const stages = [
  ["build", "validate"],
  ["test", "container-host-test"],
];

export function targetOf(chain: Chain, from: Step, { phases }: Outline): Target {
  const phase = phases.find(({ phaseName }) => phaseName === chain.phase);
  const step = phase?.steps.find(({ stepName }) => stepName === chain.step);
  return { phase, step, order: step === undefined ? undefined : orderOf(step, from) };
}

function orderOf(step: Step, from: Step): Target["order"] {
  if (step.phase === from.phase)
    return step.phase.steps.indexOf(step) < step.phase.steps.indexOf(from) ? "before" : "later";
  const [target, own] = [placeInRun(step.phase), placeInRun(from.phase)];
  if (target === undefined || own === undefined) return "before";
  if (target.stage !== own.stage) return "other stage";
  return target.order > own.order ? "later" : "before";
}

function placeInRun({ phaseName = "" }: Phase): { stage: number; order: number } | undefined {
  const stage = stages.findIndex((phases) => phases.includes(phaseName));
  return stage < 0 ? undefined : { stage, order: stages[stage]?.indexOf(phaseName) ?? 0 };
}
