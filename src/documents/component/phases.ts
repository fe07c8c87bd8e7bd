import { flag, listOf, nodeOf } from "../reading/field-types";
import { checkFields, type Fields, optional, required } from "../reading/fields";
import { name } from "./names";
import { ownerOf } from "./outline";
import { step } from "./steps";

/** Fields that a phase can have. */
export const phaseFields: Fields = {
  name: required(name),
  steps: required(listOf(step, "a list of steps")),
  disableLogging: optional(flag),
};

/** An item of a component's `phases`. */
export const phase = nodeOf("map", "a map", (map, _, report) => {
  checkFields(map, phaseFields, ownerOf("phase", map), report);
});
