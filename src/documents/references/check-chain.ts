import type { Rule } from "../../problems/rule";
import { listOf, nearest, writeOneOf } from "../../problems/suggest";
import { entryOf, type YamlNode } from "../../problems/yaml-tree";
import type { Outline, Phase, Step } from "../component/outline";
import type { Reference } from "./reference";
import { laterStep, otherStage, unknownPhase, unknownStep, unknownValue } from "./reference-rules";

export type Chain = Extract<Reference, { form: "chain" }>;
export interface Fault {
  readonly rule: Rule;
  readonly message: string;
  readonly fix: string;
}

/** Image Builder runs a phase at most once, in this order, whatever the order in the document; each stage on an instance of its own. */
const stages = [
  ["build", "validate"],
  ["test", "container-host-test"],
];

/** What keeps a chain in `from` from leading to a value; undefined where it does. */
export function chainFault(chain: Chain, from: Step, { phases }: Outline): Fault | undefined {
  const phase = phases.find(({ phaseName }) => phaseName === chain.phase);
  if (phase === undefined) {
    const names = phases.flatMap(({ phaseName }) => phaseName ?? []);
    return { rule: unknownPhase, message: `there is no phase "${chain.phase}"`, fix: suggestion(chain.phase, names) };
  }
  const step = phase.steps.find(({ stepName }) => stepName === chain.step);
  if (step === undefined) {
    const names = phase.steps.flatMap(({ stepName }) => stepName ?? []);
    return {
      rule: unknownStep,
      message: `phase "${chain.phase}" has no step "${chain.step}"`,
      fix: suggestion(chain.step, names),
    };
  }
  return orderFault(step, from) ?? valueFault(chain, step);
}

function orderFault(step: Step, from: Step): Fault | undefined {
  const [target, own] = [placeInRun(step.phase), placeInRun(from.phase)];
  if (target !== undefined && own !== undefined && target.stage !== own.stage) {
    const message = `${from.phase.name} runs on another instance than ${step.phase.name}, so the value is not there`;
    return { rule: otherStage, message, fix: "find the value out again in this stage" };
  }
  const samePhase = step.phase === from.phase;
  const later = samePhase
    ? step.phase.steps.indexOf(step) >= step.phase.steps.indexOf(from)
    : target !== undefined && own !== undefined && target.order > own.order;
  if (!later) return undefined;
  const message = step === from ? `${step.name} refers to itself` : `${step.name} has not run by then`;
  return { rule: laterStep, message, fix: "refer to an earlier step" };
}

function placeInRun({ phaseName }: Phase): { stage: number; order: number } | undefined {
  const stage = stages.findIndex((phases) => phases.includes(phaseName ?? ""));
  return stage < 0 ? undefined : { stage, order: stages[stage]?.indexOf(phaseName ?? "") ?? 0 };
}

function valueFault({ side, index, field }: Chain, { action, inputs, name }: Step): Fault | undefined {
  if (action === undefined) return undefined;
  if (side === "outputs") {
    if (action.outputs.includes(field)) return undefined;
    const offered = action.outputs.length === 0 ? "no outputs" : listOf(action.outputs);
    const fix =
      action.outputs.length === 0
        ? "refer to an input, or to a step that has outputs"
        : writeOneOf(field, action.outputs);
    return { rule: unknownValue, message: `${name} (${action.name}) has ${offered}, not "${field}"`, fix };
  }
  if (action.inputs === "list") {
    if (index === undefined) {
      return { rule: unknownValue, message: `the inputs of ${name} are a list`, fix: `write "inputs[0].${field}"` };
    }
    const count = inputs?.kind === "list" ? inputs.items.length : 0;
    if (index >= count) {
      const message = `${name} has ${count} ${count === 1 ? "input" : "inputs"}, and the first is number 0`;
      return { rule: unknownValue, message, fix: "count from 0" };
    }
    return inputFault(field, inputs?.kind === "list" ? inputs.items[index] : undefined, name);
  }
  return inputFault(field, inputs, name);
}

function inputFault(field: string, input: YamlNode | undefined, step: string): Fault | undefined {
  if (input?.kind !== "map" || entryOf(input, field) !== undefined) return undefined;
  const names = input.entries.map(({ key }) => key);
  return { rule: unknownValue, message: `${step} is given no input "${field}"`, fix: suggestion(field, names) };
}

function suggestion(got: string, candidates: readonly string[]): string {
  const near = nearest(got.slice(0, 100), candidates);
  if (near !== undefined) return `did you mean "${near.slice(0, 100)}"?`;
  return candidates.length === 0 ? "remove the reference" : `write one of ${listOf(candidates.slice(0, 20))}`;
}
