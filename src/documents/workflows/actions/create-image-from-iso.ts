import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Makes an image of a Windows installation medium. */
export const createImageFromIso: WorkflowAction = {
  name: "CreateImageFromIso",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["amiName", "snapshotId", "architecture"],
  defaultTimeout: 43200,
  maxTimeout: 43200,
};
