import { entryOf, type MapNode, type Span } from "../../problems/yaml-tree";
import { placeOf } from "../reading/describe";
import { checkExactlyOne } from "../reading/exactly-one";
import { reportWrongType } from "../reading/field-types";
import { checkFields } from "../reading/fields";
import type { Report } from "../reading/report";
import { readCondition } from "./condition";
import type { Step } from "./outline";

/** One map of a step's inputs. */
export interface InputMap {
  readonly map: MapNode;
  /** Name for messages, e.g. `input 2 of step "Download"`. */
  readonly name: string;
  /** Span at which missing fields are reported. */
  readonly at: Span;
}

export function hasInputs({ inputs }: Step): boolean {
  return inputs !== undefined && inputs.kind !== "null" && !(inputs.kind === "list" && inputs.items.length === 0);
}

/** Returns the input maps of a step: the whole of its inputs, or each item if the action takes a list. */
export function inputMaps({ action, map, name }: Step): InputMap[] {
  const entry = entryOf(map, "inputs");
  if (action === undefined || action.inputs === "condition" || entry === undefined) return [];
  const { keyNode, value } = entry;
  if (action.inputs !== "list")
    return value.kind === "map" ? [{ map: value, name: `"inputs" of ${name}`, at: keyNode }] : [];
  return (value.kind === "list" ? value.items : []).flatMap((node, index) =>
    node.kind === "map" ? [{ map: node, name: `input ${index + 1} of ${name}`, at: node }] : [],
  );
}

/** Checks the inputs of a step against the declaration of its action. */
export function readInputs(step: Step, report: Report): void {
  const { action, map, name: owner } = step;
  const entry = entryOf(map, "inputs");
  if (action === undefined || entry === undefined || !hasInputs(step)) return;
  const { keyNode, value } = entry;
  const name = `"inputs" of ${owner}`;
  const at = placeOf(report.source.text, keyNode, value);
  if (action.inputs === "condition") readCondition(value, { name, at }, false, report);
  else if (action.inputs === "list") {
    if (value.kind !== "list")
      reportWrongType({ node: value, name, at }, `a list of maps, as ${action.name} requires`, report);
    else
      value.items.forEach((node, index) => {
        if (node.kind !== "map")
          reportWrongType({ node, name: `input ${index + 1} of ${owner}`, at: node }, "a map", report);
      });
  } else if (value.kind !== "map") {
    reportWrongType({ node: value, name, at }, `a map, as ${action.name} requires`, report);
  }
  for (const input of inputMaps(step)) {
    checkFields(input.map, action.fields, input, report);
    if (action.exactlyOne !== undefined)
      checkExactlyOne(input.map, action.exactlyOne, { name: input.name, at: input.map }, report);
  }
}
