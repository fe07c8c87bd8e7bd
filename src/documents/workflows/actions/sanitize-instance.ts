import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Removes what must not be in an image from a Linux instance. */
export const sanitizeInstance: WorkflowAction = {
  name: "SanitizeInstance",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 3600,
  maxTimeout: 43200,
};
