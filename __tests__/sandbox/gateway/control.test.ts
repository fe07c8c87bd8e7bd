import { controlAnswer, type Controlled } from "../../../sandbox/gateway/control";
import { freshControl } from "./fresh-control";

let controlled: Controlled;
beforeEach(() => {
  controlled = freshControl();
});

async function control(method: string, body: unknown = "", area = "faults") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = { method, url: `/_sandbox/${area}`, headers: {}, body: Buffer.from(text) };
  const { status, body: answer } = await controlAnswer(request, controlled);
  return { status, body: JSON.parse(answer.toString()) as unknown };
}

test("faults are injected, shown and ended", async () => {
  const injected = { faults: [{ kind: "throttle", at: 3 }], calls: 0, strikes: [] };
  expect(await control("PUT", injected.faults)).toEqual({ status: 200, body: injected });
  expect(await control("GET")).toEqual({ status: 200, body: injected });
  expect(await control("DELETE")).toMatchObject({ status: 200, body: { faults: [] } });
});

test.each([
  ["{", "JSON"],
  ["{}", "write a list of faults"],
  ['[{"kind":"x"}]', 'kind "x": write one of'],
])("a fault that is none is refused, and changes nothing: %s", async (body, message) => {
  await control("PUT", '[{"kind":"latency","at":1}]');
  const answer = await control("PUT", body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(JSON.stringify(message).slice(1, -1));
  expect(await control("GET")).toMatchObject({ body: { faults: [{ kind: "latency", at: 1 }] } });
});

test("how builds go is changed part by part, and reset", async () => {
  const byDefault = { pace: 10, troubles: [], failureContext: true, approval: "by-call", findings: [], builds: [] };
  expect(await control("GET", "", "builds")).toEqual({ status: 200, body: byDefault });
  await control("PUT", { pace: "by-hand" }, "builds");
  expect(await control("PUT", { failureContext: false }, "builds")).toMatchObject({
    status: 200,
    body: { ...byDefault, pace: "by-hand", failureContext: false },
  });
  expect(await control("DELETE", "", "builds")).toEqual({ status: 200, body: byDefault });
});

test.each<[unknown, string]>([
  [{ pace: "slow" }, 'pace "slow": write "at-once", "by-hand", or the milliseconds of a moment'],
  [{ pace: -1 }, "pace -1"],
  [{ speed: 1 }, '"speed": builds have pace, troubles, failureContext, approval and findings alone'],
  [[], "write a map"],
  [{ failureContext: "no" }, 'failureContext "no": write true or false'],
  [{ findings: [{ vulnerabilityId: "CVE-1", packageName: "x", severity: "BAD" }] }, 'severity "BAD": write one of'],
  [{ approval: "never" }, 'approval "never": write "by-call" or "at-once"'],
  [{ troubles: {} }, "troubles: write a list"],
])("what builds do not have is refused: %j", async (change, message) => {
  const answer = await control("PUT", change, "builds");
  expect(answer.status).toBe(400);
  expect((answer.body as { message: string }).message).toContain(message);
  expect(controlled.builds.settings.pace).toBe(10);
});

test.each<[unknown, string]>([
  [{ moments: 0 }, "moments 0: write a whole number from 1"],
  [{ image: 1 }, "image 1: write the ARN"],
])("builds are not taken on by %j", async (input, message) => {
  const answer = await control("POST", input, "builds");
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) as unknown } });
});

test("the clock is put ahead and back", async () => {
  expect(await control("PUT", { offsetSeconds: -600 }, "clock")).toEqual({
    status: 200,
    body: { now: "2026-01-05T09:50:00.000Z", offsetSeconds: -600 },
  });
  expect(await control("PUT", { offsetSeconds: "later" }, "clock")).toMatchObject({ status: 400 });
  expect(await control("GET", "", "clock")).toMatchObject({ body: { offsetSeconds: -600 } });
});

test("another path and another method are refused", async () => {
  expect((await control("GET", "", "other")).status).toBe(404);
  expect((await control("POST")).status).toBe(405);
});

test("pipelines that are due run when they are told to", async () => {
  let runs = 0;
  controlled = {
    ...controlled,
    runDue: async () => {
      runs++;
      return Promise.resolve();
    },
  };
  expect(await control("POST", "", "schedules")).toEqual({ status: 200, body: { builds: [] } });
  expect(await control("GET", "", "schedules")).toEqual({ status: 200, body: { builds: [] } });
  expect(runs).toBe(1);
});

test("quotas are raised one by one, and reset", async () => {
  const ofNewAccount = { componentsPerRecipe: 20, workflowsPerImage: 10 };
  expect(await control("GET", "", "quotas")).toEqual({ status: 200, body: ofNewAccount });
  await control("PUT", { workflowsPerImage: 12 }, "quotas");
  expect(await control("PUT", { componentsPerRecipe: 30 }, "quotas")).toEqual({
    status: 200,
    body: { componentsPerRecipe: 30, workflowsPerImage: 12 },
  });
  expect(await control("DELETE", "", "quotas")).toEqual({ status: 200, body: ofNewAccount });
});

test.each<[unknown, string]>([
  [[], "write a map with componentsPerRecipe, workflowsPerImage"],
  [{ componentsPerRecipe: 30, recipes: 5 }, '"recipes": the quotas are componentsPerRecipe and workflowsPerImage'],
  [{ componentsPerRecipe: "30" }, 'componentsPerRecipe "30": write a whole number from 1'],
])("what is no quota is refused, and changes nothing: %j", async (quotas, message) => {
  expect(await control("PUT", quotas, "quotas")).toEqual({ status: 400, body: { message } });
  expect(controlled.quotas.state.componentsPerRecipe).toBe(20);
});
