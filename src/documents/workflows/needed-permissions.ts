import type { Range } from "../../problems/problem";
import { type MapNode, plainText, valueOf, type YamlNode } from "../../problems/yaml-tree";
import type { Report } from "../reading/report";

/** What a step of a workflow does as the execution role, besides what every build does. */
export interface NeededPermission {
  readonly actions: readonly string[];
  /** Where the document names what it acts on. */
  readonly range: Range;
  /** As the document names it: an ARN, or a name. Absent where only the run of the workflow knows. */
  readonly resource?: string;
}

/**
 * Inputs that name something which Image Builder calls as the execution role.
 * Source: Image Builder User Guide, "Supported step actions for your workflow document" (WaitForAction: LambdaFunctionName; ExecuteStateMachine;
 * RunCommand); Service Authorization Reference of AWS Lambda, AWS Step Functions and AWS Systems Manager.
 */
const calls: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  WaitForAction: { lambdaFunctionName: ["lambda:InvokeFunction"] },
  ExecuteStateMachine: { stateMachineArn: ["states:StartExecution", "states:DescribeExecution"] },
  RunCommand: { documentName: ["ssm:SendCommand"] },
};

export function neededPermissions(workflow: MapNode, { source }: Report): NeededPermission[] {
  const steps = valueOf(workflow, "steps");
  return (steps?.kind === "list" ? steps.items : []).flatMap((step: YamlNode) => {
    const inputs = valueOf(step, "inputs");
    return Object.entries(calls[plainText(valueOf(step, "action")) ?? ""] ?? {}).flatMap(([input, actions]) => {
      const named = valueOf(inputs, input);
      const dynamic = valueOf(inputs, `${input}.$`);
      const at = named ?? dynamic;
      return at === undefined ? [] : [{ actions, range: source.rangeOf(at), resource: plainText(named) }];
    });
  });
}
