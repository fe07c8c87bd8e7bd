import { flag } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Ends the instance. */
export const terminateInstance: WorkflowAction = {
  name: "TerminateInstance",
  types: anyType,
  inputs: {
    instanceId: required(word),
    waitForTermination: optional(flag),
  },
  outputs: [],
  defaultTimeout: 1800,
  maxTimeout: 43200,
};
