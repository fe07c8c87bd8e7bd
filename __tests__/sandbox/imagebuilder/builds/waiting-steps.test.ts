import { componentDocument } from "../fresh-service";
import { account, BuildApi, imageArn } from "./build-api";

const topic = `arn:aws:sns:us-east-1:${account}:approvals`;
const data = `name: approved
schemaVersion: 1.0
parameters:
  - name: Topic
    type: string
steps:
  - name: Launch
    action: LaunchInstance
    inputs:
      waitFor: ssmAgent
  - name: Apply
    action: ExecuteComponents
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
  - name: Approve
    action: WaitForAction
    inputs:
      snsTopicArn.$: $.parameters.Topic
      payload: '{"note": "Have a look at it."}'
  - name: Make
    action: CreateImage
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
outputs:
  - name: ImageId
    value: $.stepOutputs.Make.imageId
`;
const workflowArn = `arn:aws:imagebuilder:us-east-1:${account}:workflow/build/approved/1.0.0/1`;

let build: BuildApi;
let stepExecutionId: string;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument, {
    workflow: { name: "approved", semanticVersion: "1.0.0", type: "BUILD", data },
    pipeline: {
      executionRole: `arn:aws:iam::${account}:role/builder`,
      workflows: [{ workflowArn, parameters: [{ name: "Topic", value: [topic] }] }],
    },
  });
  await build.start();
  stepExecutionId = (await build.steps("BUILD"))[2]?.stepExecutionId ?? "";
});

const send = (action: string, more: object = {}) =>
  build.api.call("SendWorkflowStepAction", { stepExecutionId, imageBuildVersionArn: imageArn, action, ...more });

test("a step that waits is listed, and told to EventBridge and its topic", async () => {
  const [execution] = await build.executions();
  expect(await build.status()).toBe("BUILDING");
  expect((await build.course("BUILD"))[2]).toBe("Approve WAITING");
  expect((await build.ok("ListWaitingWorkflowSteps", {})).steps).toMatchObject([
    { stepExecutionId, imageBuildVersionArn: imageArn, workflowBuildVersionArn: workflowArn, name: "Approve" },
  ]);
  expect(build.api.world.events.at(-1)).toEqual({
    type: "EC2 Image Builder Workflow Step Waiting",
    detail: {
      "workflow-execution-id": execution?.workflowExecutionId,
      "workflow-step-execution-id": stepExecutionId,
      "workflow-step-name": "Approve",
    },
  });
  expect(build.api.world.messages).toEqual([
    {
      topic,
      message: {
        imageBuildVersionArn: imageArn,
        workflowStepExecutionId: stepExecutionId,
        customPayload: '{"note": "Have a look at it."}',
      },
    },
  ]);
});

test("RESUME lets the build go on to its end, by its own workflow alone", async () => {
  expect(await send("RESUME", { reason: "looks good" })).toMatchObject({ status: 200, body: { stepExecutionId } });
  expect(await build.status()).toBe("AVAILABLE");
  expect(JSON.parse((await build.steps("BUILD"))[2]?.outputs ?? "")).toEqual({
    action: "RESUME",
    reason: "looks good",
  });
  expect((await build.executions()).map(({ type }) => type)).toEqual(["BUILD", "DISTRIBUTION"]);
  expect((await build.ok("ListWaitingWorkflowSteps", {})).steps).toEqual([]);
  // The workflow leaves its instance; the service does not.
  expect(build.api.world.instances.size).toBe(0);
});

test("STOP ends the build with its reason, and makes no AMI", async () => {
  await send("STOP", { reason: "not today" });
  expect(await build.image()).toMatchObject({
    state: { status: "FAILED", reason: expect.stringMatching(/failed with reason: not today$/) as unknown },
  });
  expect(build.api.world.amis.size).toBe(0);
});

test.each<[string, () => Promise<object>, string]>([
  [
    "another image",
    () => send("RESUME", { imageBuildVersionArn: imageArn.replace("1.0.0/1", "1.0.0/2") }),
    "InvalidParameterValueException",
  ],
  [
    "a step that is not there",
    () => send("RESUME", { stepExecutionId: "step-00000000-0000-0000-0000-000000000000" }),
    "ResourceNotFoundException",
  ],
  [
    "a step that does not wait",
    async () => send("RESUME", { stepExecutionId: (await build.steps("BUILD"))[0]?.stepExecutionId }),
    "InvalidRequestException",
  ],
])("an action for %s is refused", async (_title, act, error) => {
  expect(await act()).toMatchObject({ error });
  expect(await build.status()).toBe("BUILDING");
});

test("where nobody is to be asked, a step that waits goes on at once", async () => {
  await build.ok("CancelImageCreation", { imageBuildVersionArn: imageArn });
  await build.change({ approval: "at-once" });
  await build.start();
  expect(await build.image(imageArn.replace(/1$/, "2"))).toMatchObject({ state: { status: "AVAILABLE" } });
});
