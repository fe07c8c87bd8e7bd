import { type Json, member, objectOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";
import type { State } from "./state";

/** @param outputs by name, each with its value and whether it is sensitive, as every form of a state has them */
export function outputsOf(outputs: Json): Pick<State, "outputs" | "sensitiveOutputs"> {
  const all = Object.entries(objectOf(outputs)).map(([name, output]) => ({
    name,
    value: member(output, "value") as Value,
    isSensitive: member(output, "sensitive") === true,
  }));
  return {
    outputs: Object.fromEntries(all.filter(({ isSensitive }) => !isSensitive).map(({ name, value }) => [name, value])),
    sensitiveOutputs: all.filter(({ isSensitive }) => isSensitive).map(({ value }) => value),
  };
}
