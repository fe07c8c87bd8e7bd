import { platforms } from "../component-document";
import type { Action } from "./action";

export const assert: Action = {
  name: "Assert",
  platforms,
  inputs: "condition",
  fields: {},
  outputs: [],
};
