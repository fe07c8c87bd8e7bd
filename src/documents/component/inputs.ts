import { entryOf, itemsOf, type MapNode, valueOf } from "../../problems/yaml-tree";
import { checkExactlyOne } from "../reading/exactly-one";
import { anything, listOf, nodeOf } from "../reading/field-types";
import { checkFields, type Field, optional } from "../reading/fields";
import { condition } from "./condition";
import type { Step } from "./outline";

type ActingStep = Pick<Step, "map" | "name" | "action">;

/** One map of a step's inputs. */
export interface InputMap {
  readonly map: MapNode;
  /** Name for messages, e.g. `input 2 of step "Download"`. */
  readonly name: string;
}

export function hasInputs({ map }: ActingStep): boolean {
  const inputs = valueOf(map, "inputs");
  return inputs !== undefined && inputs.kind !== "null" && !(inputs.kind === "list" && inputs.items.length === 0);
}

/** Returns the input maps of a step: the whole of its inputs, or each item if the action takes a list. */
export function inputMaps({ action, map: step, name }: ActingStep): InputMap[] {
  const inputs = valueOf(step, "inputs");
  if (action === undefined || action.inputs === "condition") return [];
  if (action.inputs !== "list") return inputs?.kind === "map" ? [{ map: inputs, name: `"inputs" of ${name}` }] : [];
  return itemsOf(inputs).flatMap((map, index) => (map.kind === "map" ? [{ map, name: nameOfInput(index, name) }] : []));
}

function nameOfInput(index: number, step: string): string {
  return `input ${index + 1} of ${step}`;
}

/** Returns the field `inputs` of a step, whose type depends on the action. */
export function inputsOf(step: ActingStep): Field {
  const { action, name } = step;
  // The rule missing-inputs reports empty inputs if the action needs some.
  if (action === undefined || !hasInputs(step))
    return { ...optional(anything), mayBeEmpty: action?.inputs === "optional map" };
  if (action.inputs === "condition") return optional(condition({ withOutcomes: false }));
  const ofAction = `, as ${action.name} requires`;
  const isList = action.inputs === "list";
  // An alias may stand far from the map that it repeats.
  const key = isList ? undefined : entryOf(step.map, "inputs")?.keyNode;
  const map = nodeOf("map", isList ? "a map" : `a map${ofAction}`, (node, owner, report) => {
    checkFields(node, action.fields, { name: owner.name, at: key ?? node }, report);
    if (action.exactlyOne !== undefined)
      checkExactlyOne(node, action.exactlyOne, { name: owner.name, at: node }, report);
  });
  if (!isList) return optional(map);
  return optional(listOf(map, `a list of maps${ofAction}`, (index) => nameOfInput(index, name)));
}
