import { causes } from "../../../../sandbox/imagebuilder/builds/troubles/causes";
import { BuildApi, componentArn, imageArn } from "./build-api";

const document = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        loop:
          forEach: [a, b, c]
        inputs:
          commands:
            - dnf install -y {{ loop.value }}
      - name: Fetch
        action: S3Download
        onFailure: Ignore
        inputs:
          - source: s3://bucket/key
            destination: /tmp/key
      - name: Tidy
        action: ExecuteBash
        onFailure: Continue
        inputs:
          commands:
            - dnf clean all
  - name: validate
    steps:
      - name: Check
        action: ExecuteBash
        inputs:
          commands:
            - "true"
  - name: test
    steps:
      - name: Probe
        action: ExecuteBash
        inputs:
          commands:
            - "true"
`;

let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(document);
});

test("a step of a component fails with its exit code and output, and the image says where", async () => {
  const trouble = { kind: "component", component: "Install Packages", step: "Install", iteration: 1 };
  await build.change({ troubles: [{ ...trouble, exitCode: 7, stdout: "reading", stderr: "no such package" }] });
  const image = await build.start();
  const [execution] = await build.executions();
  const steps = await build.steps("BUILD");
  const [launch, apply, inventory] = steps;
  const errorMessage =
    "Loop iterations failed: 1. ExecuteBash: Command execution has resulted in an error: exit status 7";
  expect(image).toMatchObject({
    state: {
      status: "FAILED",
      reason: `Workflow Execution ID: '${execution?.workflowExecutionId ?? ""}' failed with reason: Document ${componentArn} failed!`,
      failureContext: {
        imageStatus: "BUILDING",
        failedStep: "ApplyBuildComponents",
        stepExecutionId: apply?.stepExecutionId,
        componentFailure: {
          componentArn,
          phaseName: "build",
          stepName: "Install",
          action: "ExecuteBash",
          errorMessage,
        },
      },
    },
  });
  expect(execution).toMatchObject({ status: "FAILED" });
  expect(execution?.message).toBeUndefined();
  expect(apply).toMatchObject({ status: "FAILED" });
  expect(apply?.message).toBeUndefined();
  expect(JSON.parse(apply?.outputs ?? "")).toMatchObject({
    status: "Failed",
    output: expect.stringContaining(`Document ${componentArn} failed!`) as unknown,
  });
  expect([launch?.rollbackStatus, inventory?.status]).toEqual(["COMPLETED", "PENDING"]);
  expect(build.api.world.instances.size).toBe(0);
  const lines = build.lines.slice(build.lines.indexOf(`Document ${componentArn}`));
  expect(lines.slice(8)).toEqual([
    "Step Install",
    "ExecuteBash: STARTED EXECUTION",
    "ExecuteBash: Created temporary directory: /tmp/executebash",
    "CmdExecution: Stdout: reading",
    "CmdExecution: Stderr: no such package",
    "CmdExecution: ExitCode 7",
    "ExecuteBash: FINISHED EXECUTION",
    `Document: install-packages\nComponentArn: ${componentArn}\nPhase: build\nStep: Install\nAction: ExecuteBash\nErrorMessage: ${errorMessage}\nStderr: no such package`,
    `Document ${componentArn}`,
    "Document execution failed",
    "Executor: FINISHED EXECUTION OF ALL DOCUMENTS",
    "TOE has completed execution with failure - Execution failed!",
    expect.stringMatching(/^Command failed \(command id: [0-9a-f-]{36}, state: Failed\)$/) as string,
    "Action failed for step ApplyBuildComponents. Failing step",
    `Image transitioned to FAILED state for Image ARN: ${imageArn}`,
  ]);
});

test("without the failure context, the service says what it said before 2026", async () => {
  await build.change({ failureContext: false, troubles: [{ kind: "component", step: "Check" }] });
  const { state } = await build.start();
  expect(state).not.toHaveProperty("failureContext");
  expect(build.lines.join("\n")).not.toContain("ComponentArn:");
});

test.each([
  ["Fetch", "AVAILABLE", "a failure that is ignored is none"],
  ["Tidy", "FAILED", "a failure after which the document goes on is one at its end"],
])("%s ends as %s: %s", async (step, status) => {
  await build.change({ troubles: [{ kind: "component", step, error: "not there" }] });
  expect(await build.start()).toMatchObject({ state: { status } });
  expect(build.lines).toContain("Step Check");
});

test("an instance that failed stays where the infrastructure says so", async () => {
  build = await BuildApi.with(document, { infrastructure: { terminateInstanceOnFailure: false } });
  await build.change({ troubles: [{ kind: "component" }] });
  await build.start();
  expect([...build.api.world.instances.values()]).toMatchObject([{ tags: { Ec2ImageBuilderArn: imageArn } }]);
  expect((await build.steps("BUILD"))[0]).toMatchObject({ rollbackStatus: "SKIPPED" });
});

test("a failed test rolls its workflow back and leaves the AMI; the image is retried from there", async () => {
  await build.change({ troubles: [{ kind: "component", phase: "test" }] });
  expect(await build.start()).toMatchObject({
    state: { status: "FAILED", failureContext: { imageStatus: "TESTING" } },
  });
  expect((await build.executions()).map(({ status }) => status)).toEqual(["COMPLETED", "ROLLBACK_COMPLETED"]);
  expect(build.api.world.amis.size).toBe(1);

  await build.change({ troubles: [] });
  await build.ok("RetryImage", { imageBuildVersionArn: imageArn });
  expect(await build.status()).toBe("AVAILABLE");
  expect((await build.executions()).map(({ type, status, retried }) => [type, status, retried])).toEqual([
    ["BUILD", "COMPLETED", undefined],
    ["TEST", "ROLLBACK_COMPLETED", undefined],
    ["TEST", "COMPLETED", true],
    ["DISTRIBUTION", "COMPLETED", undefined],
  ]);
  expect(build.api.world.amis.size).toBe(1);
});

test.each([
  ["a build", { kind: "component" }],
  ["an integration", { cause: "ssm-parameter" }],
])("%s that failed is not retried", async (_title, trouble) => {
  build = await BuildApi.with(document, {
    distribution: {
      distributions: [
        {
          region: "us-east-1",
          amiDistributionConfiguration: {},
          ssmParameterConfigurations: [{ parameterName: "/image" }],
        },
      ],
    },
  });
  await build.change({ troubles: [trouble] });
  expect(await build.start()).toMatchObject({ state: { status: "FAILED" } });
  expect(await build.api.call("RetryImage", { imageBuildVersionArn: imageArn })).toMatchObject({
    error: "InvalidRequestException",
  });
});

test("a region that fails is named, and the other one is done", async () => {
  build = await BuildApi.with(document, {
    distribution: {
      distributions: ["us-east-1", "eu-west-1"].map((region) => ({
        region,
        amiDistributionConfiguration: {},
        ssmParameterConfigurations: [{ parameterName: `/image/${region}` }],
      })),
    },
  });
  await build.change({ troubles: [{ cause: "ssm-parameter", region: "eu-west-1" }] });
  expect(await build.start()).toMatchObject({
    state: {
      reason: expect.stringMatching(
        /^Integration failed with JobId '[^']+', status = 'Failed' for ARN '[^']+'\. 'eu-west-1'/,
      ) as unknown,
      failureContext: {
        imageStatus: "INTEGRATING",
        distributionFailure: {
          regionFailures: [{ region: "eu-west-1", status: "FAILED", imageConfigurationStep: "PUT_SSM_PARAMETERS" }],
        },
      },
    },
  });
  expect([...build.api.world.parameters.keys()]).toEqual(["/image/us-east-1"]);
});

test("an instance that Systems Manager does not reach yet keeps its step running", async () => {
  await build.change({ troubles: [{ cause: "no-ssm-contact-yet" }] });
  expect(await build.start()).toMatchObject({ state: { status: "BUILDING" } });
  expect((await build.course("BUILD"))[0]).toBe("LaunchBuildInstance RUNNING");
  expect(build.lines.at(-1)).toMatch(/Attempt number: 5\.$/);
  await build.ok("CancelImageCreation", { imageBuildVersionArn: imageArn });
  expect(build.api.world.instances.size).toBe(0);
});

/** Those that strike only where there is something of theirs. */
const elsewhere = ["sysprep", "inspector-denied", "no-mac-host", "launch-template", "ssm-parameter", "fast-launch"];
const hanging = Object.entries(causes).flatMap(([name, trouble]) =>
  "outcome" in trouble && trouble.outcome === "hangs" ? [name] : [],
);
const failing = Object.entries(causes).flatMap(([name, { kind }]) =>
  kind === "call" || elsewhere.includes(name) || hanging.includes(name) ? [] : [name],
);

test.each(failing)("the cause %s makes a build fail with a reason", async (cause) => {
  await build.change({ troubles: [{ cause }] });
  const { state } = (await build.start()) as { state: { status: string; reason?: string } };
  // A step that is ignored fails and nothing more.
  expect(state.status).toBe(cause === "s3-denied" ? "AVAILABLE" : "FAILED");
  expect(state.reason ?? "").not.toMatch(/[{}]|undefined|Internal failure/);
});

test.each(hanging)("the cause %s keeps a build where it is", async (cause) => {
  await build.change({ troubles: [{ cause }] });
  expect(await build.start()).toMatchObject({ state: { status: "BUILDING" } });
});

test("a call is refused before there is an image", async () => {
  await build.change({ troubles: [{ cause: "no-service-linked-role" }] });
  await expect(build.start()).rejects.toThrow("iam:CreateServiceLinkedRole");
});
