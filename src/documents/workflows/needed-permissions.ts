import type { Range } from "../../problems/problem";
import { itemsOf, type MapNode, plainText, valueOf } from "../../problems/yaml-tree";
import type { Report } from "../reading/report";

/** Permission that a step of a workflow needs in the execution role, in addition to those that every build needs. */
export interface NeededPermission {
  readonly actions: readonly string[];
  /** Range of the resource in the document. */
  readonly range: Range;
  /** ARN or name as in the document. Undefined if it is only known when the workflow runs. */
  readonly resource?: string;
}

/**
 * IAM actions that Image Builder needs in the execution role, by step action and by the input that names the resource.
 * Source: Image Builder User Guide, "Supported step actions for your workflow document" (WaitForAction: LambdaFunctionName;
 * ExecuteStateMachine; RunCommand); Service Authorization Reference of AWS Lambda, AWS Step Functions and AWS Systems Manager.
 */
const calls: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  WaitForAction: { lambdaFunctionName: ["lambda:InvokeFunction"] },
  ExecuteStateMachine: { stateMachineArn: ["states:StartExecution", "states:DescribeExecution"] },
  RunCommand: { documentName: ["ssm:SendCommand"] },
};

export function neededPermissions(workflow: MapNode, { source }: Report): NeededPermission[] {
  return itemsOf(valueOf(workflow, "steps")).flatMap((step) => {
    const inputs = valueOf(step, "inputs");
    return Object.entries(calls[plainText(valueOf(step, "action")) ?? ""] ?? {}).flatMap(([input, actions]) => {
      const named = valueOf(inputs, input);
      const dynamic = valueOf(inputs, `${input}.$`);
      const at = named ?? dynamic;
      return at === undefined ? [] : [{ actions, range: source.rangeOf(at), resource: plainText(named) }];
    });
  });
}
