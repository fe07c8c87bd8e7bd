import { component } from "../fresh-service";
import { BuildApi, imageArn, pipelineArn } from "./build-api";

const step = '{ name: Install, action: ExecuteBash, inputs: { commands: ["true"] } }';
const document = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - ${step}\n`;
const daily = { scheduleExpression: "cron(0 4 * * ? *)" };
const always = { ...daily, pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY" };

/** A pipeline, made on 5 January 2026 at 10:00, with what follows of its schedule. */
async function scheduled(pipeline: Readonly<Record<string, unknown>>) {
  const build = await BuildApi.with(document, { pipeline });
  const { service, time, world } = build.api;
  return {
    build,
    world,
    runAt: async (now: string): Promise<void> => {
      time.now = new Date(now);
      await service.runDue();
    },
    builds: async (): Promise<number> => {
      const { imageSummaryList } = await build.ok("ListImagePipelineImages", { imagePipelineArn: pipelineArn });
      return (imageSummaryList as readonly unknown[]).length;
    },
    pipeline: async (): Promise<unknown> =>
      (await build.api.get("GetImagePipeline", "imagePipelineArn", pipelineArn)).body.imagePipeline,
    log: (): readonly string[] =>
      [...world.logs].flatMap(([stream, lines]) => (stream.includes("/pipeline/") ? [stream, ...lines] : [])),
  };
}

describe("a pipeline with a schedule", () => {
  it("runs when its time has come, once, as a scheduled run with its image tags, and says so in its log", async () => {
    const { runAt, builds, build, pipeline, log } = await scheduled({ schedule: always, imageTags: { team: "web" } });
    await runAt("2026-01-06T03:59:00Z");
    expect(await builds()).toBe(0);
    await runAt("2026-01-06T04:00:30Z");
    await runAt("2026-01-06T04:01:00Z");
    expect(await builds()).toBe(1);
    expect(await build.image()).toMatchObject({
      buildType: "SCHEDULED",
      state: { status: "AVAILABLE" },
      tags: { team: "web" },
    });
    expect(await pipeline()).toMatchObject({ dateNextRun: "2026-01-07T04:00:00.000Z" });
    expect(log()).toEqual([
      expect.stringMatching(/\/aws\/imagebuilder\/pipeline\/base.*2026\/01\/06$/),
      `Started the scheduled run: ${imageArn}`,
    ]);
  });

  it("writes the log to the group that it names", async () => {
    const { runAt, world } = await scheduled({
      schedule: always,
      loggingConfiguration: { pipelineLogGroupName: "/own/runs" },
    });
    await runAt("2026-01-06T04:00:30Z");
    expect([...world.logs.keys()].some((stream) => stream.startsWith("/own/runs"))).toBe(true);
  });

  it.each([
    ["has none", {}],
    ["is disabled", { schedule: always, status: "DISABLED" }],
  ])("does not run where it %s", async (_, pipeline) => {
    const { runAt, builds } = await scheduled(pipeline);
    await runAt("2026-02-06T04:00:30Z");
    expect(await builds()).toBe(0);
  });

  it("waits for an update of what it depends on, unless it was never built", async () => {
    const { runAt, builds, log } = await scheduled({ schedule: daily });
    await runAt("2026-01-06T04:00:30Z");
    await runAt("2026-01-07T04:00:30Z");
    expect(await builds()).toBe(1);
    expect(log().at(-1)).toBe("Skipped the scheduled run: no dependency has an update");
  });

  it("runs after an update of a component that its recipe names by the newest", async () => {
    const parts = {
      recipe: {
        components: [{ componentArn: pipelineArn.replace("image-pipeline/base", "component/install-packages/x.x.x") }],
      },
    };
    const build = await BuildApi.with(document, { ...parts, pipeline: { schedule: daily } });
    const { service, time } = build.api;
    const runAt = async (now: string): Promise<void> => {
      time.now = new Date(now);
      await service.runDue();
    };
    await runAt("2026-01-06T04:00:30Z");
    time.now = new Date("2026-01-06T12:00:00Z");
    await build.ok("CreateComponent", { ...component, semanticVersion: "1.0.1" });
    await runAt("2026-01-07T04:00:30Z");
    const { imageSummaryList } = await build.ok("ListImagePipelineImages", { imagePipelineArn: pipelineArn });
    expect(imageSummaryList).toHaveLength(2);
  });

  it("is disabled after as many failures in a row as it says, and tells of it; a success begins anew", async () => {
    const schedule = { ...always, autoDisablePolicy: { failureCount: 2 } };
    const { build, runAt, pipeline, world } = await scheduled({ schedule });
    const fail = async (fails: boolean, day: number): Promise<void> => {
      await build.change({ troubles: fails ? [{ cause: "disk-full" }] : [] });
      await runAt(`2026-01-0${day}T04:00:30Z`);
    };
    await fail(true, 6);
    await fail(false, 7);
    expect(await pipeline()).toMatchObject({ status: "ENABLED", consecutiveFailures: 0 });
    await fail(true, 8);
    await fail(true, 9);
    expect(await pipeline()).toMatchObject({ status: "DISABLED", consecutiveFailures: 2 });
    expect(world.events.at(-1)).toEqual({
      type: "EC2 Image Builder Image Pipeline Automatically Disabled",
      detail: { "consecutive-failures": "2" },
    });
  });
});
