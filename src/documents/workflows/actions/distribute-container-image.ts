import { required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import type { WorkflowAction } from "../workflow-action";

/** Pushes the container image to its repository in other regions. */
export const distributeContainerImage: WorkflowAction = {
  name: "DistributeContainerImage",
  types: ["DISTRIBUTION"],
  inputs: {
    instanceId: required(word),
  },
  outputs: ["status", "succeededRegions", "failedRegions"],
  defaultTimeout: 7200,
  maxTimeout: 43200,
};
