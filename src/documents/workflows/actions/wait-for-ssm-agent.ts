import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Waits until Systems Manager reaches the instance. */
export const waitForSSMAgent: WorkflowAction = {
  name: "WaitForSSMAgent",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["status"],
  defaultTimeout: 3600,
  maxTimeout: 10800,
};
