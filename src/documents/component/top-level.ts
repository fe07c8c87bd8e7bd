import { anything, flag, listOf, text } from "../reading/field-types";
import { type Fields, optional, required } from "../reading/fields";
import { variables } from "./parameters";
import { phase } from "./phases";

/** Top-level fields that a component document can have. The rule `schema-version` checks the version. */
export const documentFields: Fields = {
  name: optional(text()),
  description: optional(text()),
  schemaVersion: required({ ...anything, expects: "1.0" }),
  parameters: optional(variables("parameter")),
  constants: optional(variables("constant")),
  phases: required(listOf(phase, "a list of phases")),
  disableLogging: optional(flag),
};
