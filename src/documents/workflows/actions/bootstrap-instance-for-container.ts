import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Installs what the making of a container image needs on the instance. */
export const bootstrapInstanceForContainer: WorkflowAction = {
  name: "BootstrapInstanceForContainer",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 3600,
  maxTimeout: 43200,
};
