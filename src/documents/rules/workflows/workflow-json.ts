import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { mayBecomeJson } from "../../workflows/is-json";
import { jsonFix, workflowStep } from "./examples";

const starting = (input: string) =>
  workflowStep(
    "ExecuteStateMachine",
    "stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:check",
    `input: ${input}`,
  );

export const workflowJson: FieldRule = {
  code: "workflow-json",
  refusedBy: "build",
  summary: "The `input` of ExecuteStateMachine is not JSON.",
  source: "Step Functions API, StartExecution, InvalidExecutionInput: the JSON input data is not valid",
  fail: [starting("▸Have a look at it."), starting(`▸'{"ticket": '`), starting("▸''")],
  pass: [
    starting(`'{"ticket": 42}'`),
    starting(`'"Have a look at it."'`),
    starting(`'{"image": "{{ $.imagebuilder.imageName }}"}'`),
  ],
  examine: (value, name) =>
    mayBecomeJson(value) ? undefined : { message: `${name} is ${quoted(value)}, which is not JSON`, fix: jsonFix },
};
