import { texts } from "../reading/field-types";
import { optional } from "../reading/fields";
import { type Action, linuxAndWindows } from "./action";

export const updateOs: Action = {
  name: "UpdateOS",
  platforms: linuxAndWindows,
  inputs: "optional map",
  fields: { include: optional(texts), exclude: optional(texts) },
  outputs: [],
};
