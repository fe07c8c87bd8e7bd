import { account, BuildApi, imageArn } from "../builds/build-api";
import { componentDocument } from "../fresh-service";

const executionRole = `arn:aws:iam::${account}:role/lifecycle`;
let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument);
  await build.start();
});
const update = (status: string, more: object = {}) =>
  build.api.call("StartResourceStateUpdate", { resourceArn: imageArn, state: { status }, ...more });
const withAmis = { executionRole, includeResources: { amis: true, snapshots: true } };

test("an image is deprecated, and then only listed where that is asked for", async () => {
  const { body } = await update("DEPRECATED");
  expect(await build.image()).toMatchObject({
    state: { status: "DEPRECATED" },
    lifecycleExecutionId: body.lifecycleExecutionId,
    deprecationTime: Date.UTC(2026, 0, 5, 10) / 1000,
  });
  expect((await build.ok("ListImages", {})).imageVersionList).toEqual([]);
  expect((await build.ok("ListImages", { includeDeprecated: true })).imageVersionList).toHaveLength(1);
  await update("AVAILABLE");
  expect(await build.status()).toBe("AVAILABLE");
});

test("an image is deleted with its AMIs, and the execution says which", async () => {
  const [ami] = [...build.api.world.amis.keys()];
  const { lifecycleExecutionId } = (await update("DELETED", withAmis)).body;
  expect(build.api.world.amis.size).toBe(0);
  expect(await build.image()).toBeUndefined();
  const url = `/GetLifecycleExecution?lifecycleExecutionId=${String(lifecycleExecutionId)}`;
  const request = { method: "GET", url, body: "", region: "us-east-1" };
  expect((await build.api.service.answer(request)).body).toMatchObject({
    lifecycleExecution: { state: { status: "SUCCESS" }, resourcesImpactedSummary: { hasImpactedResources: true } },
  });
  expect(await build.ok("ListLifecycleExecutionResources", { lifecycleExecutionId })).toMatchObject({
    resources: [{ resourceId: ami, region: "us-east-1", accountId: account, action: { name: "DELETE" } }],
  });
  expect((await build.ok("ListLifecycleExecutions", { resourceArn: imageArn })).lifecycleExecutions).toHaveLength(1);
});

test("its AMIs take its state where they are included, and not else", async () => {
  const [ami = ""] = build.api.world.amis.keys();
  await update("DEPRECATED");
  for (const status of ["DEPRECATED", "DISABLED", "AVAILABLE"]) await update(status, withAmis);
  expect(build.api.world.amiStates).toEqual(
    ["DEPRECATED", "DISABLED", "AVAILABLE"].map((status) => `${ami} ${status} 2026-01-05T10:00:00.000Z`),
  );
});

test("without its AMIs, they stay", async () => {
  await update("DELETED");
  expect(build.api.world.amis.size).toBe(1);
});

test.each<[string, string, object, string]>([
  ["a role without resources", "DELETED", { executionRole }, "InvalidParameterCombinationException"],
  ["resources without a role", "DELETED", { includeResources: { amis: true } }, "InvalidParameterCombinationException"],
])("%s is refused", async (_title, status, more, error) => {
  expect(await update(status, more)).toMatchObject({ error });
});

test("what failed can only be deleted, and what is being made has to end first", async () => {
  await build.change({ troubles: [{ cause: "capacity" }] });
  await build.start();
  const failed = { resourceArn: imageArn.replace(/1$/, "2") };
  expect(await update("DEPRECATED", failed)).toMatchObject({ error: "InvalidRequestException" });
  expect(await update("DELETED", failed)).toMatchObject({ status: 200 });
  await build.change({ troubles: [], pace: "by-hand" });
  await build.start();
  expect(await update("DELETED", failed)).toMatchObject({ error: "ResourceInUseException" });
});
