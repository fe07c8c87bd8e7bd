import { componentDocument } from "../fresh-service";
import { BuildApi, imageArn, pipelineArn } from "./build-api";

let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument);
  await build.change({ pace: "by-hand" });
});
const advance = (moments: number): Promise<void> => build.api.service.builds.advance(moments);
const views = () => build.api.service.builds.views;

test("a build by hand stays where it is until it is taken on", async () => {
  expect(await build.start()).toMatchObject({ state: { status: "PENDING" } });
  await advance(2);
  expect(await build.status()).toBe("CREATING");
  await advance(2);
  expect(await build.course("BUILD")).toEqual(
    expect.arrayContaining(["LaunchBuildInstance RUNNING", "ApplyBuildComponents PENDING"]),
  );
  expect(views()).toEqual([{ image: imageArn, status: "BUILDING", waits: false }]);
  await advance(100);
  expect(await build.status()).toBe("AVAILABLE");
  expect(views()).toEqual([]);
});

test("a build that is set free ends", async () => {
  await build.start();
  await build.change({ pace: "at-once" });
  expect(await build.status()).toBe("AVAILABLE");
});

test("a pipeline builds one image at a time", async () => {
  await build.start();
  expect(await build.api.call("StartImagePipelineExecution", { imagePipelineArn: pipelineArn })).toMatchObject({
    error: "ResourceInUseException",
    body: { message: expect.stringContaining(imageArn) as unknown },
  });
  await advance(100);
  expect(await build.api.call("StartImagePipelineExecution", { imagePipelineArn: pipelineArn })).toMatchObject({
    status: 200,
  });
});

test("a build that is cancelled ends where it is, and its instance with it", async () => {
  await build.start();
  await advance(7);
  expect(build.api.world.instances.size).toBe(1);
  await build.ok("CancelImageCreation", { imageBuildVersionArn: imageArn });
  expect(await build.status()).toBe("CANCELLED");
  expect(build.api.world.instances.size).toBe(0);
  expect((await build.executions()).map(({ status }) => status)).toEqual(["CANCELLED"]);
  expect(await build.course("BUILD")).toEqual(expect.arrayContaining(["ApplyBuildComponents CANCELLED"]));
  await advance(5);
  expect(await build.status()).toBe("CANCELLED");
});

test("what is over is not cancelled, and what is being made is not deleted", async () => {
  await build.start();
  expect(await build.api.remove("DeleteImage", "imageBuildVersionArn", imageArn)).toMatchObject({
    error: "ResourceDependencyException",
  });
  await advance(100);
  expect(await build.api.call("CancelImageCreation", { imageBuildVersionArn: imageArn })).toMatchObject({
    error: "InvalidRequestException",
  });
  expect(await build.api.remove("DeleteImage", "imageBuildVersionArn", imageArn)).toMatchObject({ status: 200 });
});

test("a build that takes the number of a deleted one has steps of its own alone", async () => {
  await build.start();
  await advance(100);
  const before = await build.executions();
  expect(before).not.toEqual([]);
  await build.api.remove("DeleteImage", "imageBuildVersionArn", imageArn);
  await build.start();
  await advance(100);
  expect((await build.executions()).map(({ type, status }) => [type, status])).toEqual(
    before.map(({ type, status }) => [type, status]),
  );
});

test("with milliseconds a build goes on by itself, and a stop leaves it", async () => {
  await build.change({ pace: 0 });
  await build.start();
  while ((await build.status()) !== "AVAILABLE") await new Promise(setImmediate);
  await build.change({ pace: 3_600_000 });
  await build.ok("StartImagePipelineExecution", { imagePipelineArn: pipelineArn });
  build.api.service.builds.stop();
  await build.change({ pace: "at-once" });
  expect(views()).toHaveLength(1);
});
