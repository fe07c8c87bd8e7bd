import { flag, text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { type Action, linuxAndMac } from "./action";

export const createSymlink: Action = {
  name: "CreateSymlink",
  platforms: linuxAndMac,
  inputs: "list",
  fields: { path: required(text()), target: required(text()), force: optional(flag) },
  outputs: [],
};
