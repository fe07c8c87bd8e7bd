import { entryOf } from "../../problems/yaml-tree";
import { actions } from "../actions/action-modules";
import { shown } from "../reading/describe";
import { by } from "../reading/field-rule";
import { anything, flag, oneOf, reportWrongType, text, wholeNumber } from "../reading/field-types";
import { checkFields, type Fields, type FieldType, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import { outOfRange } from "../rules/fields/out-of-range";
import { unknownAction } from "../rules/steps/unknown-action";
import { readCondition } from "./condition";
import { readInputs } from "./inputs";
import { loopType } from "./loop";
import { name } from "./names";
import type { Phase, Step } from "./outline";

const action = text("the name of an action module", by(unknownAction, [...actions.keys()]));

const attempts = wholeNumber("a whole number, 1 or more", (count, { name: what, at }, report) => {
  if (count < 1) report.add(outOfRange, at, `${what} is ${count}, allowed: 1 or more`, "write 1 or more");
});

const timeout = wholeNumber("a whole number of seconds, or -1", (seconds, { name: what, at }, report) => {
  if (seconds > 0 || seconds === -1) return;
  const message = `${what} is ${seconds}, allowed: more than 0, or -1 for no limit`;
  report.add(outOfRange, at, message, "write the seconds the step may take");
});

const condition: FieldType = {
  expects: "a map with one operator",
  check: ({ node, ...owner }, report) => {
    readCondition(node, owner, true, report);
  },
};

/** Fields that a step can have. */
export const stepFields: Fields = {
  name: required(name),
  action: required(action),
  // The required type of the inputs depends on the action.
  inputs: optional(anything),
  onFailure: optional(oneOf(["Abort", "Continue", "Ignore"])),
  maxAttempts: optional(attempts),
  timeoutSeconds: optional(timeout),
  loop: optional(loopType),
  if: optional(condition),
  disableLogging: optional(flag),
};

export function readSteps(phases: readonly Phase[], report: Report): void {
  for (const phase of phases) {
    readItems(phase, report);
    for (const step of phase.steps) readStep(step, report);
  }
}

function readStep(step: Step, report: Report): void {
  // Empty inputs are allowed if the action needs none.
  const inputless = step.action?.inputs === "optional map" && step.inputs?.kind === "null";
  const map = inputless ? { ...step.map, entries: step.map.entries.filter(({ key }) => key !== "inputs") } : step.map;
  checkFields(map, stepFields, step, report);
  readInputs(step, report);
}

function readItems({ map, name: phase }: Phase, report: Report): void {
  const steps = entryOf(map, "steps")?.value;
  if (steps?.kind !== "list") return;
  for (const node of steps.items) {
    if (node.kind !== "map")
      reportWrongType({ node, name: `a step of ${phase}, ${shown(node)},`, at: node }, "a map", report);
  }
}
