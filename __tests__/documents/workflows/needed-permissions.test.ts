import { checkDocument } from "../../../src/documents/check-document";

/** What the steps of a workflow do as the execution role, and the text that names what they act on. */
function needsOf(steps: string) {
  const text = `schemaVersion: 1.0\nsteps:${steps}`;
  const { document } = checkDocument("workflows/build/image.yaml", text);
  if (document?.kind !== "workflow") throw new Error("no workflow");
  return document.needs.map(({ actions, resource, range }) => ({
    actions,
    resource,
    at: text.split("\n")[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1),
  }));
}

const lambda = "arn:aws:lambda:us-east-1:123456789012:function:scan";
const machine = "arn:aws:states:us-east-1:123456789012:stateMachine:harden";

describe("what a workflow needs of the execution role", () => {
  it("is to call what its steps name", () => {
    expect(
      needsOf(`
  - name: Wait
    action: WaitForAction
    inputs: { lambdaFunctionName: ${lambda} }
  - name: Harden
    action: ExecuteStateMachine
    inputs: { stateMachineArn: ${machine} }
  - name: Run
    action: RunCommand
    inputs: { documentName: AWS-RunShellScript }
`),
    ).toEqual([
      { actions: ["lambda:InvokeFunction"], resource: lambda, at: lambda },
      { actions: ["states:StartExecution", "states:DescribeExecution"], resource: machine, at: machine },
      { actions: ["ssm:SendCommand"], resource: "AWS-RunShellScript", at: "AWS-RunShellScript" },
    ]);
  });

  it("is known without what it calls where a parameter names that", () => {
    const step =
      "\n  - name: Wait\n    action: WaitForAction\n    inputs: { lambdaFunctionName.$: $.parameters.Name }\n";
    expect(needsOf(step)).toEqual([
      { actions: ["lambda:InvokeFunction"], resource: undefined, at: "$.parameters.Name" },
    ]);
  });

  it.each([
    ["that waits for a topic", "WaitForAction", "snsTopicArn: arn:aws:sns:us-east-1:123456789012:images"],
    ["that calls nothing", "TerminateInstance", `lambdaFunctionName: ${lambda}`],
    ["without an action", "", `lambdaFunctionName: ${lambda}`],
  ])("is nothing for a step %s", (_title, action, input) => {
    expect(needsOf(`\n  - name: Step\n    action: ${action}\n    inputs: { ${input} }\n`)).toEqual([]);
  });

  it("is nothing where the steps are no list", () => {
    expect(needsOf(" none\n")).toEqual([]);
  });
});
