import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const steps = {
  lambda: ["WaitForAction", "lambdaFunctionName: ask"],
  machine: ["ExecuteStateMachine", "stateMachineArn: arn:aws:states:us-east-1:123456789012:stateMachine:scan"],
  ownDocument: ["RunCommand", "documentName: own-document\n      instanceId: i-0123456789abcdef0"],
  shell: ["RunCommand", "documentName: AWS-RunShellScript\n      instanceId: i-0123456789abcdef0"],
} as const;

async function problemsOf(step: keyof typeof steps, executionRole = "{ create: true }", users = "- test/call") {
  const [action, inputs] = steps[step];
  const workflow = `schemaVersion: "1.0"\nsteps:\n  - name: Call\n    action: ${action}\n    inputs:\n      ${inputs}\n`;
  const project = await loadProject(
    projectFolder({
      "workflows/test/call.yaml": workflow,
      "images/base.yaml": `${exampleProject.image}workflows:\n  - aws: build-image\n  ${users}\n`,
      "environments/dev.yaml": `${exampleProject.environment}executionRole: ${executionRole}\n`,
    }),
  );
  return checkProject(project)
    .filter(({ code }) => code === "workflow-not-allowed")
    .map(({ file, line, message, fix }) => `${file}:${line} ${message}; ${fix}`);
}

const granting = (actions: string, effect = "Allow") =>
  `{ create: true, statements: [{ effect: ${effect}, actions: [${actions}], resources: ["*"] }] }`;

describe("a workflow that calls something", () => {
  it.each([
    ["lambda", '"ask"', "lambda:InvokeFunction"],
    [
      "machine",
      '"arn:aws:states:us-east-1:123456789012:stateMachine:scan"',
      "states:StartExecution and states:DescribeExecution",
    ],
    ["ownDocument", '"own-document"', "ssm:SendCommand"],
  ] as const)("is told what the created role lacks: %s", async (step, what, actions) => {
    expect(await problemsOf(step)).toEqual([
      `workflows/test/call.yaml:6 the execution role of "dev" may not call ${what}; allow ${actions} in executionRole.statements of environments/dev.yaml`,
    ]);
  });

  it("is content with what Image Builder sends by itself", async () => {
    expect(await problemsOf("shell")).toEqual([]);
  });

  it.each([
    ["a statement", "lambda", granting('"lambda:InvokeFunction"')],
    ["a statement with a wildcard", "machine", granting('"states:*"')],
    [
      "AWS's policy for the service",
      "lambda",
      "{ create: true, policies: [arn:aws:iam::aws:policy/AWSLambda_FullAccess] }",
    ],
    ["a policy of the account", "lambda", "{ create: true, policies: [arn:aws:iam::123456789012:policy/own] }"],
    ["a role that is given", "lambda", "{ arn: arn:aws:iam::123456789012:role/own }"],
  ] as const)("is content with %s", async (_what, step, role) => {
    expect(await problemsOf(step, role)).toEqual([]);
  });

  it.each([
    ["only one of two actions", "machine", granting('"states:StartExecution"')],
    ["a denial", "lambda", granting('"lambda:InvokeFunction"', "Deny")],
    [
      "AWS's policy for another service",
      "lambda",
      "{ create: true, policies: [arn:aws:iam::aws:policy/AmazonS3FullAccess] }",
    ],
  ] as const)("is not content with %s", async (_what, step, role) => {
    expect(await problemsOf(step, role)).toHaveLength(1);
  });

  it("is nobody's concern where no environment builds with it", async () => {
    expect(await problemsOf("lambda", "{ create: true }", "- aws: test-image")).toEqual([]);
  });
});
