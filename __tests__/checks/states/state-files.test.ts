import { inspectProject } from "../../../src/checks/inspect-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import type { Problem } from "../../../src/problems/problem";
import { projectFolder } from "../../helpers/project-folder";

const { image, environment } = exampleProject;

function stateOf(...arns: readonly string[]): string {
  return JSON.stringify({
    version: 4,
    resources: arns.map((arn) => ({ mode: "managed", type: "t", name: "n", instances: [{ attributes: { arn } }] })),
  });
}

const pipeline = (account = "123456789012") => `arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base`;
const state = stateOf(pipeline(), pipeline());
const inS3 = `${environment}state: { s3: { bucket: states, key: dev, region: us-east-1 } }\n`;

async function check(files: Readonly<Record<string, string>>, of = environment): Promise<readonly Problem[]> {
  const root = projectFolder({ "images/base.yaml": image, "environments/dev.yaml": of, ...files });
  return (await inspectProject(root)).problems;
}

const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, code, severity, fix }) => `${severity} ${code} ${file}: ${fix}`);

describe("a state in build output", () => {
  it.each([
    [
      "of a stack",
      "cdktf.out/stacks/dev/terraform.tfstate",
      environment,
      "mkdir -p state && mv cdktf.out/stacks/dev/terraform.tfstate state/dev.tfstate && rm -f cdktf.out/stacks/dev/.terraform/terraform.tfstate",
    ],
    [
      "under a name of its own, to go where its environment says",
      "cdktf.out/stacks/dev/mine.tfstate",
      `${environment}state: { local: { file: ../states/dev.tfstate } }\n`,
      "mkdir -p ../states && mv cdktf.out/stacks/dev/mine.tfstate ../states/dev.tfstate && rm -f cdktf.out/stacks/dev/.terraform/terraform.tfstate",
    ],
    [
      "of a stack that is no longer there",
      "cdktf.out/stacks/poc/terraform.tfstate",
      environment,
      "mkdir -p state && mv cdktf.out/stacks/poc/terraform.tfstate state/poc.tfstate && rm -f cdktf.out/stacks/poc/.terraform/terraform.tfstate",
    ],
    [
      "of a workspace",
      "cdktf.out/stacks/dev/terraform.tfstate.d/blue/terraform.tfstate",
      environment,
      "mkdir -p state/dev.tfstate.d/blue && mv cdktf.out/stacks/dev/terraform.tfstate.d/blue/terraform.tfstate state/dev.tfstate.d/blue/terraform.tfstate && rm -f cdktf.out/stacks/dev/.terraform/terraform.tfstate",
    ],
    [
      "that Terraform could not save elsewhere",
      "cdktf.out/stacks/dev/errored.tfstate",
      inS3,
      "cd cdktf.out/stacks/dev && terraform state push errored.tfstate && rm errored.tfstate",
    ],
  ])("is an error that says what to run: %s", async (_title, file, of, command) => {
    const problems = told(await check({ [file]: state }, of));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`error state-in-build-output ${file}: `);
    expect(problems[0]).toMatch(new RegExp(`run: ${command.replace(/[.\\]/g, "\\$&")}$`));
  });

  it("is not to be moved over another", async () => {
    const problems = told(await check({ "cdktf.out/stacks/dev/terraform.tfstate": state, "state/dev.tfstate": state }));
    expect(problems).toEqual([expect.stringContaining("state/dev.tfstate also contains resources; compare both")]);
  });

  it("counts as full where it cannot be read", async () => {
    const problems = told(await check({ "cdktf.out/stacks/dev/terraform.tfstate": "{ cut" }));
    expect(problems).toEqual([expect.stringContaining("error state-in-build-output")]);
  });

  it.each([
    ["is empty", "cdktf.out/stacks/dev/terraform.tfstate", ""],
    ["holds nothing any more", "cdktf.out/stacks/dev/terraform.tfstate", '{"version":4,"resources":[]}'],
    ["says where the state is", "cdktf.out/stacks/dev/.terraform/terraform.tfstate", state],
  ])("is none where a file %s", async (_title, file, text) => {
    expect(await check({ [file]: text })).toEqual([]);
  });
});

describe("a state in state/", () => {
  it("is right where its stack keeps it", async () => {
    expect(await check({ "state/dev.tfstate": state })).toEqual([]);
  });

  it("is an error where its environment was renamed, with both ways on", async () => {
    const problems = await check({ "state/poc.tfstate": state });
    expect(told(problems)).toEqual([
      'error state-left-behind state/poc.tfstate: if "poc" is called "dev" now, run: mv state/poc.tfstate state/dev.tfstate; if not, move the file out of state/',
    ]);
    expect(problems[0]?.message).toContain("it contains 2 resources");
  });

  it("stays under its old name where the environment says so", async () => {
    const of = `${environment}state: { local: { file: state/poc.tfstate } }\n`;
    expect(await check({ "state/poc.tfstate": state }, of)).toEqual([]);
  });

  it("is an error where its environment keeps the state in S3 now", async () => {
    expect(told(await check({ "state/dev.tfstate": state }, inS3))).toEqual([
      expect.stringContaining("terraform init && terraform state push ../../../state/dev.tfstate.old"),
    ]);
  });

  it("is a warning where no environment is left that it could be of", async () => {
    const problems = told(await check({ "state/poc.tfstate": stateOf(pipeline("210987654321")) }));
    expect(problems).toEqual([expect.stringContaining("warning state-orphaned state/poc.tfstate")]);
  });

  it("says nothing while its environment has errors", async () => {
    const problems = await check({ "state/dev.tfstate": state }, environment.replace("region", "regio"));
    expect(problems.map(({ code }) => code)).not.toContain("state-orphaned");
  });
});
