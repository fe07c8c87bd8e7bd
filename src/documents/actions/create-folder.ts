import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

export const createFolder: Action = {
  name: "CreateFolder",
  platforms,
  inputs: "list",
  fields: {
    path: required(text()),
    owner: optional(text("a name or an id, in quotes")),
    group: optional(text("a name or an id, in quotes")),
    permissions: optional(text("permissions in quotes")),
    overwrite: optional(flag),
  },
  notOnWindows: ["owner", "group", "permissions"],
  outputs: [],
};
