import { platforms } from "../component-document";
import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";
import { encoding } from "./input-types";

export const createFile: Action = {
  name: "CreateFile",
  platforms,
  inputs: "list",
  fields: {
    path: required(text()),
    content: optional(text()),
    encoding: optional(encoding),
    owner: optional(text("a name or an id, in quotes")),
    group: optional(text("a name or an id, in quotes")),
    permissions: optional(text("permissions in quotes")),
    overwrite: optional(flag),
  },
  notOnWindows: ["owner", "group", "permissions"],
  outputs: [],
};
