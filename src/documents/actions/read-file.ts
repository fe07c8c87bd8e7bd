import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";
import { encoding } from "./input-types";

export const readFile: Action = {
  name: "ReadFile",
  platforms,
  inputs: "list",
  fields: { path: required(text()), encoding: optional(encoding), printFileContent: optional(flag) },
  outputs: ["content"],
};
