import { optional } from "../../reading/fields";
import { jsonText, word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Holds the workflow until somebody says RESUME or STOP. */
export const waitForAction: WorkflowAction = {
  name: "WaitForAction",
  types: anyType,
  inputs: {
    snsTopicArn: optional(word),
    lambdaFunctionName: optional(word),
    payload: optional(jsonText),
  },
  outputs: ["action", "reason"],
  defaultTimeout: 259200,
  maxTimeout: 604800,
};
