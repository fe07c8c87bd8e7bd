import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

export const listFiles: Action = {
  name: "ListFiles",
  platforms,
  inputs: "list",
  fields: { path: required(text()), fileNamePattern: optional(text()), recursive: optional(flag) },
  outputs: ["files"],
};
