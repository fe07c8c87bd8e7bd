import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Generalises a Windows instance. */
export const runSysPrep: WorkflowAction = {
  name: "RunSysPrep",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["runCommandId", "status", "output"],
  defaultTimeout: 3600,
  maxTimeout: 43200,
};
