import { optional, required } from "../../reading/fields";
import { jsonText, word } from "../dynamic-fields";
import { anyType, type WorkflowAction } from "../workflow-action";

/** Runs a Step Functions state machine. */
export const executeStateMachine: WorkflowAction = {
  name: "ExecuteStateMachine",
  types: anyType,
  inputs: {
    stateMachineArn: required(word),
    input: optional(jsonText),
  },
  outputs: ["executionArn", "output"],
  defaultTimeout: 21600,
  maxTimeout: 86400,
};
