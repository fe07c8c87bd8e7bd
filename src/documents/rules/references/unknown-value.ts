import { counted } from "../../../collections/counted";
import { listOf, writeOneOf } from "../../../problems/suggest";
import { entryOf, itemsOf, type YamlNode } from "../../../problems/yaml-tree";
import type { Step } from "../../component/outline";
import type { DocumentRule } from "../../document-rule";
import type { Fault } from "../../reading/field-rule";
import { candidateLike } from "../../references/candidate-like";
import type { Chain } from "../../references/reference";
import { chainingPage, referring, showing } from "./examples";

export const unknownValue: DocumentRule = {
  code: "unknown-value",
  severity: "warning",
  summary: "A reference names an output that the action does not have, or an input that the step does not set.",
  source: `${chainingPage}; the outputs of each action module`,
  fail: [showing("▸{{ build.SayHello.outputs.output }}")],
  pass: [referring],
  eachReference: ({ chain, target }) =>
    chain === undefined || target?.step === undefined || target.order !== "before"
      ? undefined
      : chain.side === "outputs"
        ? outputFault(chain, target.step)
        : inputFault(chain, target.step),
};

function outputFault({ field }: Chain, { action, name }: Step): Fault | undefined {
  if (action === undefined || action.outputs.includes(field)) return undefined;
  const { outputs } = action;
  const offered = outputs.length === 0 ? "no outputs" : listOf(outputs);
  const fix = outputs.length === 0 ? "refer to an input, or to a step that has outputs" : writeOneOf(field, outputs);
  return { message: `${name} (${action.name}) has ${offered}, not "${field}"`, fix };
}

function inputFault({ index, field }: Chain, { action, inputs, name }: Step): Fault | undefined {
  if (action === undefined) return undefined;
  if (action.inputs !== "list") return givenFault(field, inputs, name);
  if (index === undefined) return { message: `"inputs" of ${name} is a list`, fix: `write "inputs[0].${field}"` };
  const items = itemsOf(inputs);
  if (index < items.length) return givenFault(field, items[index], name);
  const message = `${name} has ${counted(items.length, "input")}, and the first is number 0`;
  return { message, fix: "count from 0" };
}

function givenFault(field: string, input: YamlNode | undefined, step: string): Fault | undefined {
  if (input?.kind !== "map" || entryOf(input, field) !== undefined) return undefined;
  const names = input.entries.map(({ key }) => key);
  return { message: `${step} is given no input "${field}"`, fix: candidateLike(field, names) };
}
