import { actions } from "../actions/action-modules";
import { by } from "../reading/field-rule";
import { anything, flag, nodeOf, oneOf, text, wholeNumber } from "../reading/field-types";
import { checkFields, type Fields, optional, required } from "../reading/fields";
import { outOfRange } from "../rules/fields/out-of-range";
import { unknownAction } from "../rules/steps/unknown-action";
import { condition } from "./condition";
import { inputsOf } from "./inputs";
import { loopType } from "./loop";
import { name } from "./names";
import { actionOf, ownerOf } from "./outline";

const action = text("the name of an action module", by(unknownAction, [...actions.keys()]));

const attempts = wholeNumber("a whole number, 1 or more", (count, { name: what, at }, report) => {
  if (count < 1) report.add(outOfRange, at, `${what} is ${count}, allowed: 1 or more`, "write 1 or more");
});

const timeout = wholeNumber("a whole number of seconds, or -1", (seconds, { name: what, at }, report) => {
  if (seconds > 0 || seconds === -1) return;
  const message = `${what} is ${seconds}, allowed: more than 0, or -1 for no limit`;
  report.add(outOfRange, at, message, "write the seconds the step may take");
});

/** Fields that a step can have. */
export const stepFields: Fields = {
  name: required(name),
  action: required(action),
  // The type depends on the action.
  inputs: optional(anything),
  onFailure: optional(oneOf(["Abort", "Continue", "Ignore"])),
  maxAttempts: optional(attempts),
  timeoutSeconds: optional(timeout),
  loop: optional(loopType),
  if: optional(condition({ withOutcomes: true })),
  disableLogging: optional(flag),
};

/** An item of a phase's `steps`. */
export const step = nodeOf("map", "a map", (map, _, report) => {
  const owner = ownerOf("step", map);
  const inputs = inputsOf({ map, name: owner.name, action: actionOf(map) });
  checkFields(map, { ...stepFields, inputs }, owner, report);
});
