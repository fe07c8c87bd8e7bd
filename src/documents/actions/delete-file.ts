import { platforms } from "../component-document";
import { text } from "../reading/field-types";
import { required } from "../reading/fields";
import type { Action } from "./action";

export const deleteFile: Action = {
  name: "DeleteFile",
  platforms,
  inputs: "list",
  fields: { path: required(text()) },
  outputs: [],
};
