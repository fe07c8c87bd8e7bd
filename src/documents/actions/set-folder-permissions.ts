import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { type Action, linuxAndMac } from "./action";

export const setFolderPermissions: Action = {
  name: "SetFolderPermissions",
  platforms: linuxAndMac,
  inputs: "list",
  fields: {
    path: required(text()),
    permissions: required(text("permissions in quotes")),
    recursive: optional(flag),
  },
  outputs: [],
};
