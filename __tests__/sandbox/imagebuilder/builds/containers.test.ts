import { componentDocument, containerRecipe, containerRecipeArn } from "../fresh-service";
import { account, BuildApi, infrastructureArn } from "./build-api";

const imageArn = `arn:aws:imagebuilder:us-east-1:${account}:image/web/1.0.0/1`;
let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument);
  await build.ok("CreateContainerRecipe", containerRecipe);
});
const create = () => build.ok("CreateImage", { containerRecipeArn, infrastructureConfigurationArn: infrastructureArn });

test("a container is tested and pushed by the instance that built it", async () => {
  await create();
  const { workflowExecutions } = await build.ok("ListWorkflowExecutions", { imageBuildVersionArn: imageArn });
  const instances = new Set<unknown>();
  for (const { workflowExecutionId } of workflowExecutions as { workflowExecutionId: string }[]) {
    const { steps } = await build.ok("ListWorkflowStepExecutions", { workflowExecutionId });
    for (const { inputs, outputs } of steps as { inputs: string; outputs?: string }[]) {
      const own = { ...JSON.parse(inputs), ...JSON.parse(outputs ?? "{}") } as { instanceId?: string };
      instances.add(own.instanceId);
    }
  }
  expect([...instances]).toEqual([expect.stringMatching(/^i-/)]);
});

test("a container image is pushed with the tags of its build, and its instance ends with it", async () => {
  await create();
  expect(await build.image(imageArn)).toMatchObject({ type: "DOCKER", state: { status: "AVAILABLE" } });
  expect(build.api.world.pushed).toEqual(["us-east-1 images/web:1.0.0-1,web-1.0.0-1"]);
  expect(build.api.world.instances.size).toBe(0);
  expect(build.api.world.amis.size).toBe(0);
  const { workflowExecutions } = await build.ok("ListWorkflowExecutions", { imageBuildVersionArn: imageArn });
  expect(
    (workflowExecutions as { workflowBuildVersionArn: string }[]).map((each) => each.workflowBuildVersionArn),
  ).toEqual(
    ["build/build-container", "test/test-container", "distribution/distribute-container"].map(
      (name) => `arn:aws:imagebuilder:us-east-1:aws:workflow/${name}/1.0.3/1`,
    ),
  );
});

test("a push that is denied fails the distribution", async () => {
  await build.change({ troubles: [{ cause: "ecr-denied" }] });
  await create();
  expect(await build.image(imageArn)).toMatchObject({
    state: {
      status: "FAILED",
      failureContext: {
        imageStatus: "DISTRIBUTING",
        distributionFailure: { regionFailures: [{ region: "us-east-1", status: "FAILED" }] },
      },
    },
  });
});
