import { texts } from "../reading/field-types";
import { required } from "../reading/fields";
import { type Action, linuxAndMac } from "./action";

export const executeBash: Action = {
  name: "ExecuteBash",
  platforms: linuxAndMac,
  inputs: "map",
  fields: { commands: required(texts) },
  outputs: ["stdout"],
};
