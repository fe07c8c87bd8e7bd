import type { Outline, Phase, Step } from "../component/outline";
import type { Chain, Reference } from "./reference";

/** A reference in a step, with its target. */
export interface ReferenceUse {
  readonly reference: Reference;
  /** Text between the braces, trimmed. */
  readonly inner: string;
  /** Whether a brace is missing. */
  readonly broken: boolean;
  /** Whether the text is most likely for another template language. */
  readonly doubtful: boolean;
  readonly step: Step;
  readonly outline: Outline;
  /** The reference as a chain to an input or output; undefined if it has another form, or is broken. */
  readonly chain?: Chain;
  readonly target?: Target;
}

/** The phase and step that a chain refers to; undefined if they do not exist. */
export interface Target {
  readonly phase?: Phase;
  readonly step?: Step;
  /** When the target step runs, relative to the step with the reference. */
  readonly order?: "before" | "later" | "other stage";
}

/**
 * Phases in the order in which Image Builder runs them, regardless of the order in the document. Each stage runs on a separate instance,
 * and each phase at most once.
 */
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
