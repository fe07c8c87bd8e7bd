import type { ImageFactory } from "../../../src/factory/image-factory";
import { pipelinesNamed, planBuilds } from "../../../src/operations/builds/plan-builds";
import { runBuilds } from "../../../src/operations/builds/run-builds";

const factory = {
  environment: "poc",
  containers: [],
  images: [
    { name: "base", pipelines: [] },
    { name: "alone", pipelines: [{ id: "alone" }, { id: "alone_weekly", key: "weekly" }] },
    { name: "middle", standsOn: "base", pipelines: [] },
    { name: "top", standsOn: "middle", pipelines: [] },
  ],
} as unknown as ImageFactory;

async function plan(names: string[], { all = false, built = ["base", "middle"] } = {}) {
  return planBuilds(factory, pipelinesNamed(factory, names), {
    all,
    wasBuilt: async (name) => Promise.resolve(built.includes(name)),
  });
}

const names = (plan_: Awaited<ReturnType<typeof plan>>) => plan_.map(({ built }) => built.name);

describe("what is built", () => {
  it("is what is named, where what it stands on is there", async () => {
    expect(names(await plan(["top"]))).toEqual(["top"]);
  });

  it("is what was never built before it", async () => {
    expect(names(await plan(["top"], { built: [] }))).toEqual(["base", "middle", "top"]);
    expect(names(await plan(["top"], { built: ["base"] }))).toEqual(["middle", "top"]);
  });

  it("is the whole chain where all is asked for", async () => {
    expect(names(await plan(["top"], { all: true }))).toEqual(["base", "middle", "top"]);
  });

  it("refuses a name that nothing has, with the nearest", async () => {
    await expect(plan(["tpo"])).rejects.toThrow('environment "poc" builds no image "tpo"; did you mean "top"?');
  });
});

describe("the pipeline of a build", () => {
  const idOf = async (name: string) => (await plan([name]))[0]?.pipeline?.id;

  it("is the image's own, or the further one that is named", async () => {
    expect(await idOf("alone")).toBe("alone");
    expect(await idOf("alone/weekly")).toBe("alone_weekly");
    expect(await idOf("base")).toBeUndefined();
  });

  it("has to be there, and is one of each image", async () => {
    await expect(plan(["alone/weely"])).rejects.toThrow('"alone" has no pipeline "weely"; did you mean "weekly"?');
    await expect(plan(["base/weekly"])).rejects.toThrow('"base" has no further pipelines; write base');
    await expect(plan(["alone", "alone/weekly"])).rejects.toThrow('"alone" is asked for with two pipelines');
  });
});

describe("builds of one order", () => {
  it("wait for what they stand on, and for nothing else", async () => {
    const events: string[] = [];
    await runBuilds(await plan(["top", "alone"], { all: true }), async ({ built }) => {
      events.push(`+${built.name}`);
      await new Promise(setImmediate);
      events.push(`-${built.name}`);
      return { result: undefined, good: true };
    });
    expect(events.slice(0, 2).sort()).toEqual(["+alone", "+base"]);
    expect(events.indexOf("+middle")).toBeGreaterThan(events.indexOf("-base"));
    expect(events.indexOf("+top")).toBeGreaterThan(events.indexOf("-middle"));
  });

  it("are not started where what they stand on fails", async () => {
    const outcomes = await runBuilds(await plan(["top"], { all: true }), async ({ built }) =>
      Promise.resolve({ result: built.name, good: built.name !== "base" }),
    );
    expect(outcomes.get("base")).toMatchObject({ kind: "done", good: false });
    expect(outcomes.get("middle")).toEqual({ kind: "not-started", parent: "base" });
    expect(outcomes.get("top")).toEqual({ kind: "not-started", parent: "middle" });
  });

  it("go on where one is refused, and what stands on that one is not started", async () => {
    const refusal = new Error("refused");
    const outcomes = await runBuilds(await plan(["top", "alone"], { all: true }), async ({ built }) => {
      if (built.name === "base") throw refusal;
      await new Promise(setImmediate);
      return { result: built.name, good: true };
    });
    expect(Object.fromEntries(outcomes)).toEqual({
      base: { kind: "refused", error: refusal },
      alone: { kind: "done", result: "alone", good: true },
      middle: { kind: "not-started", parent: "base" },
      top: { kind: "not-started", parent: "middle" },
    });
  });
});
