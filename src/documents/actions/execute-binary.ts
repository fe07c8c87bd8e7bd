import { platforms } from "../component-document";
import { text, texts } from "../reading/field-types";
import { optional, required } from "../reading/fields";
import type { Action } from "./action";

export const executeBinary: Action = {
  name: "ExecuteBinary",
  platforms,
  inputs: "map",
  fields: { path: required(text()), arguments: optional(texts) },
  outputs: ["stdout"],
};
