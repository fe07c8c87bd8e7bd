import { componentDocument } from "../fresh-service";
import { account, BuildApi } from "./build-api";

test("workflows without one that builds are taken, and make no AMI", async () => {
  const build = await BuildApi.with(componentDocument, {
    pipeline: {
      executionRole: `arn:aws:iam::${account}:role/builder`,
      workflows: [{ workflowArn: "arn:aws:imagebuilder:us-east-1:aws:workflow/test/test-image/x.x.x" }],
    },
  });
  const { outputResources } = await build.start();
  expect((await build.executions()).map(({ type }) => type)).not.toContain("BUILD");
  expect((outputResources as { amis?: unknown[] } | undefined)?.amis ?? []).toEqual([]);
  expect(build.api.world.amis.size).toBe(0);
});
