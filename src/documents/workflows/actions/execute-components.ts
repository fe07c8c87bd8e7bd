import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Runs the components of the recipe that belong to the stage. */
export const executeComponents: WorkflowAction = {
  name: "ExecuteComponents",
  types: ["BUILD", "TEST"],
  inputs: {
    instanceId: required(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 43200,
  maxTimeout: 86400,
};
