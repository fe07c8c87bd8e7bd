import { BuildApi, imageArn } from "../builds/build-api";
import { componentDocument } from "../fresh-service";

let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument);
  await build.start();
});
const get = async (operation: string, field: string, id: string) => build.api.get(operation, field, id);

test("executions and steps are listed page by page", async () => {
  const [execution] = await build.executions();
  const workflowExecutionId = execution?.workflowExecutionId;
  const sizes = [];
  let nextToken: unknown;
  do {
    const input = { workflowExecutionId, maxResults: 3, ...(nextToken === undefined ? {} : { nextToken }) };
    const page = await build.ok("ListWorkflowStepExecutions", input);
    sizes.push((page.steps as object[]).length);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(sizes).toEqual([3, 3, 1]);
  const first = await build.ok("ListWorkflowExecutions", { imageBuildVersionArn: imageArn, maxResults: 2 });
  expect(first.workflowExecutions).toHaveLength(2);
  const packages = await build.ok("ListImagePackages", { imageBuildVersionArn: imageArn, maxResults: 1 });
  expect(packages.imagePackageList).toHaveLength(1);
});

test("one of them is found by its id, with what lists leave out", async () => {
  const [execution] = await build.executions();
  const [step] = await build.steps("BUILD");
  const { workflowExecutionId = "" } = execution ?? {};
  expect((await get("GetWorkflowExecution", "workflowExecutionId", workflowExecutionId)).body).toMatchObject({
    workflowExecutionId,
    imageBuildVersionArn: imageArn,
    totalStepCount: 7,
    totalStepsSucceeded: 6,
    totalStepsSkipped: 1,
    totalStepsFailed: 0,
  });
  const { body } = await get("GetWorkflowStepExecution", "stepExecutionId", step?.stepExecutionId ?? "");
  expect(body).toMatchObject({
    name: "LaunchBuildInstance",
    action: "LaunchInstance",
    workflowExecutionId,
    onFailure: "Abort",
    timeoutSeconds: 4500,
  });
});

test.each([
  ["GetWorkflowExecution", "workflowExecutionId", "wf-00000000-0000-0000-0000-000000000000"],
  ["GetWorkflowStepExecution", "stepExecutionId", "step-00000000-0000-0000-0000-000000000000"],
])("%s refuses an id that is not there", async (operation, field, id) => {
  expect(await get(operation, field, id)).toMatchObject({ error: "InvalidRequestException" });
});
