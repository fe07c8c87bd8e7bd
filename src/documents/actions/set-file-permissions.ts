import { text } from "../reading/field-types";
import { required } from "../reading/fields";
import { type Action, linuxAndMac } from "./action";

export const setFilePermissions: Action = {
  name: "SetFilePermissions",
  platforms: linuxAndMac,
  inputs: "list",
  fields: { path: required(text()), permissions: required(text("permissions in quotes")) },
  outputs: [],
};
