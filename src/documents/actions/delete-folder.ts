import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

export const deleteFolder: Action = {
  name: "DeleteFolder",
  platforms,
  inputs: "list",
  fields: { path: required(text()), force: optional(flag) },
  outputs: [],
};
