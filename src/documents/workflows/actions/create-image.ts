import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Makes an AMI of the instance. */
export const createImage: WorkflowAction = {
  name: "CreateImage",
  types: anyType,
  inputs: {
    instanceId: required(word),
  },
  outputs: ["imageId"],
  defaultTimeout: 43200,
  maxTimeout: 259200,
};
