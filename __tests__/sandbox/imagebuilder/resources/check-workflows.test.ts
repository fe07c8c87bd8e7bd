import { account, type FreshService, pipeline, preparedService } from "../fresh-service";

const document = (...steps: string[]) => `name: test
schemaVersion: 1.0
parameters:
  - name: wait
    type: boolean
    default: false
steps:
${steps.join("\n")}
`;
const launch = `  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent`;
const terminate = `  - name: Terminate
    action: TerminateInstance
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId`;
const distribute = `  - name: Distribute
    action: DistributeImage`;
const workflow = { name: "test", semanticVersion: "1.0.0", type: "TEST", data: document(launch, terminate) };
const arnOf = (type: string, name: string) =>
  `arn:aws:imagebuilder:us-east-1:${account}:workflow/${type}/${name}/1.0.0/1`;
const managed = (name: string, version = "x.x.x") => `arn:aws:imagebuilder:us-east-1:aws:workflow/${name}/${version}`;
const executionRole = `arn:aws:iam::${account}:role/execution`;

let api: FreshService;
beforeEach(async () => {
  api = await preparedService();
  await api.call("CreateWorkflow", workflow);
});
const withWorkflows = (workflows: readonly object[], more: object = { executionRole }) =>
  api.call("CreateImagePipeline", { ...pipeline, workflows, ...more });

test("a pipeline takes its own workflows and those of AWS, with a role", async () => {
  const workflows = [
    { workflowArn: managed("build/build-image") },
    { workflowArn: arnOf("test", "test"), onFailure: "CONTINUE", parameters: [{ name: "wait", value: ["true"] }] },
    { workflowArn: managed("distribution/distribute-image") },
  ];
  expect(await withWorkflows(workflows)).toMatchObject({ status: 200 });
});

test("a pipeline takes ten: one that builds, eight that test, one that distributes", async () => {
  const tests = Array.from({ length: 8 }, () => ({ workflowArn: arnOf("test", "test") }));
  const build = { workflowArn: managed("build/build-image") };
  const distribution = { workflowArn: managed("distribution/distribute-image") };
  expect(await withWorkflows([build, ...tests, distribution])).toMatchObject({ status: 200 });
});

test.each<[string, object[], object, string]>([
  [
    "no role",
    [{ workflowArn: managed("build/build-image") }],
    {},
    "An execution role is required to provide workflows",
  ],
  [
    "a version of what AWS manages",
    [{ workflowArn: managed("build/build-image", "1.0.1/1") }],
    { executionRole },
    "AWS managed workflows must have latest version 'x.x.x'",
  ],
  [
    "eleven workflows",
    Array.from({ length: 11 }, () => ({ workflowArn: arnOf("test", "test") })),
    { executionRole },
    "at most 10 workflows",
  ],
  [
    "a workflow that builds in a group",
    [{ workflowArn: managed("build/build-image"), parallelGroup: "first" }],
    { executionRole },
    "parallelGroup can only be provided for test workflows",
  ],
  [
    "a workflow that distributes and may fail",
    [{ workflowArn: managed("distribution/distribute-image"), onFailure: "CONTINUE" }],
    { executionRole },
    "onFailure can only be provided for test workflows",
  ],
  [
    "two that build",
    [{ workflowArn: managed("build/build-image") }, { workflowArn: managed("build/build-container") }],
    { executionRole },
    "At most 1 BUILD workflow",
  ],
  [
    "two that distribute",
    [{ workflowArn: managed("distribution/a-image") }, { workflowArn: managed("distribution/b-image") }],
    { executionRole },
    "At most 1 DISTRIBUTION workflow",
  ],
  ["a workflow that is not there", [{ workflowArn: arnOf("test", "none") }], { executionRole }, "does not exist"],
  [
    "a parameter that the workflow does not declare",
    [{ workflowArn: arnOf("test", "test"), parameters: [{ name: "nope", value: ["x"] }] }],
    { executionRole },
    "not defined in the provided workflow: nope",
  ],
])("a pipeline with %s is refused", async (_title, workflows, more, message) => {
  const answer = await withWorkflows(workflows, more);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body.message).toContain(message);
});

test("a workflow that builds an AMI names it in an output, and one that builds a container does not", async () => {
  const own = { ...workflow, name: "own", type: "BUILD" };
  const create = `  - name: Create
    action: CreateImage
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId`;
  await api.call("CreateWorkflow", { ...own, data: document(launch, create) });
  const outputs = "outputs:\n  - name: ImageId\n    value: $.stepOutputs.Create.imageId\n";
  await api.call("CreateWorkflow", { ...own, name: "told", data: document(launch, create) + outputs });
  const refused = await withWorkflows([{ workflowArn: arnOf("build", "own") }]);
  expect(refused.body.message).toBe(
    `The value supplied for parameter 'workflows' is not valid. Build workflow must have output named ImageId to build AMI. Workflow ARN: ${arnOf("build", "own")}.`,
  );
  expect(await withWorkflows([{ workflowArn: arnOf("build", "told") }])).toMatchObject({ status: 200 });
});

test("an image with workflows needs a role as well", async () => {
  const { imageRecipeArn, infrastructureConfigurationArn } = pipeline;
  const workflows = [{ workflowArn: arnOf("test", "test") }];
  expect(await api.call("CreateImage", { imageRecipeArn, infrastructureConfigurationArn, workflows })).toMatchObject({
    error: "InvalidParameterCombinationException",
  });
});

test.each([
  ["an action that its type does not have", { data: document(launch, distribute) }],
  ["no steps", { data: "name: x\nschemaVersion: 1.0\nsteps: []\n" }],
  ["a component document", { data: "schemaVersion: 1.0\nphases: []\n" }],
])("a workflow with %s is refused", async (_title, change) => {
  expect(await api.call("CreateWorkflow", { ...workflow, name: "other", ...change })).toMatchObject({
    error: "InvalidParameterValueException",
  });
});

test("a workflow tells its parameters", async () => {
  const { body } = await api.get("GetWorkflow", "workflowBuildVersionArn", arnOf("test", "test"));
  expect(body.workflow).toMatchObject({ parameters: [{ name: "wait", type: "boolean", defaultValue: ["false"] }] });
});
