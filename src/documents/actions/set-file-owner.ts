import { text } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import { type Action, linuxAndMac } from "./action";

export const setFileOwner: Action = {
  name: "SetFileOwner",
  platforms: linuxAndMac,
  inputs: "list",
  fields: {
    path: required(text()),
    owner: required(text("a name or an id, in quotes")),
    group: optional(text("a name or an id, in quotes")),
  },
  outputs: [],
};
