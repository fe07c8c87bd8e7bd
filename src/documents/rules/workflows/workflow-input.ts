import { amiIdPattern } from "../../../aws/ami-id";
import { quoted } from "../../reading/describe";
import type { FieldRule } from "../../reading/field-rule";
import { workflowStep as step } from "./examples";

/** Required form of an input, with an example. */
interface Form {
  readonly pattern: RegExp;
  readonly what: string;
  readonly example: string;
}

export const workflowInput: FieldRule<Form> = {
  code: "workflow-input",
  refusedBy: "build",
  summary: "An input of a step is not the ARN, id or name of what its action works with.",
  source:
    "Step Functions API, StartExecution, InvalidArn; SNS API, Publish, InvalidParameter; EC2 API, error codes InvalidAMIID.Malformed and InvalidParameterValue",
  fail: [
    step("ExecuteStateMachine", "stateMachineArn: ▸arn:aws:lambda:us-east-1:123456789012:function:check"),
    step("WaitForAction", "snsTopicArn: ▸approvals"),
    step("LaunchInstance", "waitFor: ssmAgent", "imageIdOverride: ▸amazon-linux-2023"),
    step("LaunchInstance", "waitFor: ssmAgent", "instanceTypesOverride: [▸m5]"),
  ],
  pass: [
    step("ExecuteStateMachine", "stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:check"),
    step("WaitForAction", "snsTopicArn: arn:aws:sns:us-east-1:123456789012:approvals"),
    step("LaunchInstance", "waitFor: ssmAgent", "imageIdOverride: ami-0123456789abcdef0"),
    step("LaunchInstance", "waitFor: ssmAgent", "instanceTypesOverride: [m5.large]"),
  ],
  examine: (value, name, { pattern, what, example }) =>
    pattern.test(value)
      ? undefined
      : { message: `${name} is ${quoted(value)}, expected ${what}`, fix: `write it like ${example}` },
};

export const stateMachineArn: Form = {
  pattern: /^arn:[^:]+:states:[^:]+:\d{12}:stateMachine:.+$/,
  what: "the ARN of a state machine",
  example: "arn:aws:states:us-east-1:123456789012:stateMachine:name",
};

export const topicArn: Form = {
  pattern: /^arn:[^:]+:sns:[^:]+:\d{12}:[\w-]{1,256}(\.fifo)?$/,
  what: "the ARN of an SNS topic",
  example: "arn:aws:sns:us-east-1:123456789012:name",
};

export const amiId: Form = {
  pattern: amiIdPattern,
  what: "the id of an AMI",
  example: "ami-0123456789abcdef0",
};

export const instanceType: Form = {
  pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
  what: "an instance type",
  example: "m5.large",
};
