import { randomUUID } from "node:crypto";

import { stateMachineArn } from "../../../../src/documents/rules/workflows/workflow-input";
import { isJson } from "../../../../src/documents/workflows/is-json";
import { Refusal } from "../../../refusal";
import { text } from "../../fields";
import { refusedCall } from "../failure";
import { instant } from "./action";

/** Simulates a state machine that succeeds without an output. No state machine runs. */
export const executeStateMachine = instant(({ step }) => {
  const { input = "{}" } = step.inputs as { readonly input?: string };
  if (!stateMachineArn.pattern.test(text(step.inputs, "stateMachineArn")))
    throw refusedCall(invalidArn(), "StartExecution", step.definition.name);
  if (!isJson(input)) throw refusedCall(invalidInput(), "StartExecution", step.definition.name);
  return {
    executionArn: `${text(step.inputs, "stateMachineArn").replace(":stateMachine:", ":execution:")}:${randomUUID()}`,
    output: "{}",
    status: "SUCCEEDED",
  };
});

/** Returns the error for an invalid ARN. Source: Step Functions API, StartExecution, InvalidArn. */
function invalidArn(): Refusal {
  return new Refusal("InvalidArn", "The provided Amazon Resource Name (ARN) is not valid.");
}

/** Returns the error for invalid input. Source: Step Functions API, StartExecution, InvalidExecutionInput. */
function invalidInput(): Refusal {
  return new Refusal("InvalidExecutionInput", "The provided JSON input data is not valid.");
}
