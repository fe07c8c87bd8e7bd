import { platforms } from "../component-document";
import { text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";
import { encoding } from "./input-types";

export const appendFile: Action = {
  name: "AppendFile",
  platforms,
  inputs: "list",
  fields: { path: required(text()), content: optional(text()), encoding: optional(encoding) },
  outputs: [],
};
