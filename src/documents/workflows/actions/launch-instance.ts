import { oneOf, texts } from "../../reading/field-types";
import { optional, required } from "../../reading/fields";
import { word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Starts the build or test instance and waits until it can be worked with. */
export const launchInstance: WorkflowAction = {
  name: "LaunchInstance",
  types: anyType,
  inputs: {
    waitFor: required(oneOf(["ssmAgent"])),
    healthCheck: optional(oneOf(["RUNNING", "STATUS_CHECK_PASSED"])),
    imageIdOverride: optional(word),
    instanceTypesOverride: optional(texts),
  },
  outputs: ["instanceId"],
  defaultTimeout: 4500,
  maxTimeout: 43200,
};
