import { componentDocument } from "../fresh-service";
import { account, BuildApi, imageArn, pipelineArn } from "./build-api";

const twoRegions = {
  distributions: ["us-east-1", "eu-west-1"].map((region) => ({
    region,
    amiDistributionConfiguration: {
      name: "base-{{ imagebuilder:buildDate }}",
      amiTags: { team: "web" },
      launchPermission: { userIds: ["111111111111"] },
    },
    ssmParameterConfigurations: [{ parameterName: `/images/${region}`, dataType: "aws:ec2:image" }],
    launchTemplateConfigurations: [{ launchTemplateId: "lt-0123456789abcdef0", setDefaultVersion: true }],
  })),
};

test("an image goes through the states of the service, each told to EventBridge", async () => {
  const build = await BuildApi.with(componentDocument);
  expect(await build.start()).toMatchObject({ state: { status: "AVAILABLE" }, sourcePipelineArn: pipelineArn });
  const states = ["CREATING", "BUILDING", "TESTING", "DISTRIBUTING", "INTEGRATING", "AVAILABLE"];
  const changes = build.api.world.events.filter(({ type }) => type === "EC2 Image Builder Image State Change");
  expect(changes.map(({ detail }) => detail)).toEqual(
    states.map((status, index) => ({
      "previous-state": { status: states[index - 1] ?? "PENDING" },
      state: { status },
    })),
  );
});

test("the workflows are the service's own, and their steps say what they did", async () => {
  const build = await BuildApi.with(componentDocument);
  await build.start();
  expect((await build.executions()).map(({ type, status }) => `${type} ${status}`)).toEqual([
    "BUILD COMPLETED",
    "TEST COMPLETED",
    "DISTRIBUTION COMPLETED",
  ]);
  expect(await build.course("BUILD")).toEqual([
    "LaunchBuildInstance COMPLETED",
    "ApplyBuildComponents COMPLETED",
    "InventoryCollection COMPLETED",
    "RunSanitizeScript COMPLETED",
    "RunSysPrepScript SKIPPED",
    "CreateOutputAMI COMPLETED",
    "TerminateBuildInstance COMPLETED",
  ]);
  const [launch, apply, , , skipped, ami] = await build.steps("BUILD");
  const { instanceId } = JSON.parse(launch?.outputs ?? "") as { instanceId: string };
  expect(JSON.parse(apply?.inputs ?? "")).toEqual({ instanceId });
  expect(JSON.parse(skipped?.inputs ?? "")).toEqual({
    "instanceId.$": "$.stepOutputs.LaunchBuildInstance.instanceId",
  });
  const { imageId } = JSON.parse(ami?.outputs ?? "") as { imageId: string };
  expect(build.api.world.amis.get(imageId)).toMatchObject({ region: "us-east-1", accountId: account });
  expect(build.api.world.instances.size).toBe(0);
});

test("AMIs are in each region, named, tagged, shared, in parameters and in launch templates", async () => {
  const build = await BuildApi.with(componentDocument, { distribution: twoRegions });
  const { outputResources } = (await build.start()) as {
    outputResources: { amis: { region: string; image: string; name: string }[] };
  };
  const { amis } = outputResources;
  expect(amis.map(({ region, name }) => [region, name])).toEqual([
    ["us-east-1", "base-2026-01-05T10-00-00.000Z"],
    ["eu-west-1", "base-2026-01-05T10-00-00.000Z"],
  ]);
  const { world } = build.api;
  expect(amis.map(({ image }) => world.amis.get(image))).toMatchObject(
    amis.map(({ region }) => ({
      region,
      tags: { team: "web", CreatedBy: "EC2 Image Builder", Ec2ImageBuilderArn: imageArn },
    })),
  );
  expect([...world.parameters]).toEqual(amis.map(({ region, image }) => [`/images/${region}`, image]));
  expect(world.launchTemplates).toEqual(amis.map(({ image }) => `lt-0123456789abcdef0 ${image} default`));
  expect(world.shared).toEqual(amis.map(({ region }) => `${region} {"userIds":["111111111111"]}`));
});

test("the log is in the group of the image, in the case of its name, and in the stream of the build", async () => {
  const build = await BuildApi.with(componentDocument, { recipe: { name: "Base" } });
  await build.start();
  expect([...build.api.world.logs.keys()]).toEqual(["/aws/imagebuilder/Base 1.0.0/1"]);
  expect(build.lines.slice(0, 6)).toEqual([
    `Image transitioned to CREATING state for Image ARN: ${imageArn}`,
    expect.stringMatching(/^Resolved Image Recipe parent image arn:.* to AMI ami-[0-9a-f]{17}$/) as string,
    `Image transitioned to BUILDING state for Image ARN: ${imageArn}`,
    "Started BUILD workflow arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.3/1",
    "Total 7 steps to run for workflow arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.3/1",
    "No 'if' conditions to evaluate for step: LaunchBuildInstance",
  ]);
});

test("a pipeline names the log group of its images", async () => {
  const build = await BuildApi.with(componentDocument, {
    pipeline: { loggingConfiguration: { imageLogGroupName: "/images" } },
  });
  expect(await build.start()).toMatchObject({ loggingConfiguration: { logGroupName: "/images" } });
  expect([...build.api.world.logs.keys()]).toEqual(["/images 1.0.0/1"]);
});

test("the end is told to the topic of the infrastructure", async () => {
  const topic = `arn:aws:sns:us-east-1:${account}:builds`;
  const build = await BuildApi.with(componentDocument, { infrastructure: { snsTopicArn: topic } });
  await build.start();
  await build.change({ troubles: [{ cause: "capacity" }] });
  await build.start();
  expect(build.api.world.messages).toMatchObject([
    { topic, message: { arn: imageArn, buildVersion: 1, state: { status: "AVAILABLE" } } },
    { topic, message: { buildVersion: 2, state: { status: "FAILED" }, outputResources: { amis: [] } } },
  ]);
});

test("an image without tests is not tested, and one without metadata has no packages", async () => {
  const build = await BuildApi.with(componentDocument, {
    pipeline: { imageTestsConfiguration: { imageTestsEnabled: false }, enhancedImageMetadataEnabled: false },
  });
  expect(await build.start()).toMatchObject({ state: { status: "AVAILABLE" } });
  expect((await build.executions()).map(({ type }) => type)).toEqual(["BUILD", "DISTRIBUTION"]);
  expect(await build.ok("ListImagePackages", { imageBuildVersionArn: imageArn })).toMatchObject({
    imagePackageList: [],
  });
});

test("a build is made once for one client token, also while it is still being made", async () => {
  const build = await BuildApi.with(componentDocument);
  const start = () => build.ok("StartImagePipelineExecution", { imagePipelineArn: pipelineArn, clientToken: "once" });
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.imageBuildVersionArn).toBe(first.imageBuildVersionArn);
  const { imageSummaryList } = await build.ok("ListImagePipelineImages", { imagePipelineArn: pipelineArn });
  expect(imageSummaryList).toHaveLength(1);
});

test.each([
  ["not ASCII", "Für alle", "ASCII"],
  ["longer than EC2 takes", "a".repeat(256), "255"],
])("a description of the AMI that is %s fails when the AMI is made", async (_what, description, said) => {
  const amiDistributionConfiguration = { name: "base-{{ imagebuilder:buildDate }}", description };
  const distribution = { distributions: [{ region: "us-east-1", amiDistributionConfiguration }] };
  const build = await BuildApi.with(componentDocument, { distribution });
  expect(await build.start()).toMatchObject({
    state: { status: "FAILED", reason: expect.stringContaining(said) as unknown },
  });
  expect(await build.course("BUILD")).toContain("CreateOutputAMI FAILED");
});

test.each([
  ["dedicated", "t2.micro", "FAILED"],
  ["dedicated", "t3a.micro", "AVAILABLE"],
  ["host", "t3a.micro", "FAILED"],
  ["host", "t3.micro", "AVAILABLE"],
])("an instance starts with tenancy %s only where its family takes it: %s is %s", async (tenancy, type, status) => {
  const build = await BuildApi.with(componentDocument, {
    infrastructure: { instanceTypes: [type], placement: { tenancy } },
  });
  expect(await build.start()).toMatchObject({ state: { status } });
});

/** The output without which AWS refuses a build workflow. */
const imageId = "outputs: [{ name: ImageId, value: ami-0123456789abcdef0 }]\n";

test("Sysprep on Linux is refused by Systems Manager, unless a condition leaves it out", async () => {
  const steps = (condition: string) => `schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    inputs: { waitFor: ssmAgent }
  - name: Generalise
    action: RunSysPrep
${condition}    inputs: { instanceId.$: $.stepOutputs.Launch.instanceId }
${imageId}`;
  const outcome = async (condition: string) => {
    const build = await BuildApi.with(componentDocument, {
      workflow: { name: "own", semanticVersion: "1.0.0", type: "BUILD", data: steps(condition) },
      pipeline: {
        executionRole: `arn:aws:iam::${account}:role/builder`,
        workflows: [{ workflowArn: `arn:aws:imagebuilder:us-east-1:${account}:workflow/build/own/1.0.0/1` }],
      },
    });
    await build.start();
    return build.course("BUILD");
  };
  expect(await outcome("")).toContain("Generalise FAILED");
  const onWindows = "    if: { stringEquals: Windows, value: $.imagebuilder.platform }\n";
  expect(await outcome(onWindows)).toContain("Generalise SKIPPED");
});

test("the express workflows of AWS do without the records and findings of the others", async () => {
  const managed = (name: string) => ({ workflowArn: `arn:aws:imagebuilder:us-east-1:aws:workflow/${name}/x.x.x` });
  const build = await BuildApi.with(componentDocument, {
    pipeline: {
      executionRole: `arn:aws:iam::${account}:role/builder`,
      workflows: [managed("build/express-build-image"), managed("test/express-test-image")],
    },
  });
  expect(await build.start()).toMatchObject({ state: { status: "AVAILABLE" } });
  expect(await build.course("BUILD")).toEqual([
    "LaunchBuildInstance COMPLETED",
    "ApplyBuildComponents COMPLETED",
    "RunSanitizeScript COMPLETED",
    "RunSysPrepScript SKIPPED",
    "CreateOutputAMI COMPLETED",
    "TerminateBuildInstance COMPLETED",
  ]);
  expect(await build.course("TEST")).toEqual([
    "LaunchTestInstance COMPLETED",
    "ApplyTestComponents COMPLETED",
    "TerminateTestInstance COMPLETED",
  ]);
});

/** The course of a build that has one build workflow of its own. */
async function courseOf(data: string): Promise<readonly string[]> {
  const build = await BuildApi.with(componentDocument, {
    workflow: { name: "own", semanticVersion: "1.0.0", type: "BUILD", data: data + imageId },
    pipeline: {
      executionRole: `arn:aws:iam::${account}:role/builder`,
      workflows: [{ workflowArn: `arn:aws:imagebuilder:us-east-1:${account}:workflow/build/own/1.0.0/1` }],
    },
  });
  await build.start();
  return build.course("BUILD");
}

test.each([
  [
    '\'{"image": "{{ $.imagebuilder.imageName }}"}\'',
    "arn:aws:states:us-east-1:123456789012:stateMachine:check",
    "COMPLETED",
  ],
  ["Have a look", "arn:aws:states:us-east-1:123456789012:stateMachine:check", "FAILED"],
  ["'{}'", "check", "FAILED"],
])("a state machine starts with %s at %s: %s", async (input, stateMachineArn, status) => {
  const data = `schemaVersion: 1.0
steps:
  - name: Start
    action: ExecuteStateMachine
    inputs:
      stateMachineArn: ${stateMachineArn}
      input: ${input}
`;
  expect(await courseOf(data)).toEqual([`Start ${status}`]);
});

test.each([
  ["", "FAILED"],
  ["      parameters: { commands: [] }\n", "FAILED"],
  ["      parameters: { commands: [uptime] }\n", "COMPLETED"],
])("a document that runs commands needs some: %j is %s", async (parameters, status) => {
  const data = `schemaVersion: 1.0
steps:
  - name: Launch
    action: LaunchInstance
    inputs: { waitFor: ssmAgent }
  - name: Run
    action: RunCommand
    inputs:
      instanceId.$: $.stepOutputs.Launch.instanceId
      documentName: AWS-RunShellScript
${parameters}`;
  expect(await courseOf(data)).toContain(`Run ${status}`);
});
