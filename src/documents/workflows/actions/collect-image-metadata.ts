import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Records the operating system and packages of the image. */
export const collectImageMetadata: WorkflowAction = {
  name: "CollectImageMetadata",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["osVersion", "associationId"],
  defaultTimeout: 1800,
  maxTimeout: 43200,
};
