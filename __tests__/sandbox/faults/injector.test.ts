import { faultFrom, type FaultKind, faultKinds } from "../../../sandbox/faults/fault";
import { FaultInjector } from "../../../sandbox/faults/injector";
import { callOf } from "../../../sandbox/gateway/call-of";
import { jsonAnswer, type WholeAnswer, type WholeRequest } from "../../../sandbox/gateway/exchange";

function request(service: string, init: Partial<WholeRequest> = {}): WholeRequest {
  const authorization = `AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/${service}/aws4_request`;
  const { headers, ...others } = init;
  return { method: "POST", url: "/", body: Buffer.alloc(0), ...others, headers: { authorization, ...headers } };
}

const form = (service: string, fields: Record<string, string>): WholeRequest =>
  request(service, {
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  });
const createRole = (name: string): WholeRequest => form("iam", { Action: "CreateRole", RoleName: name });
const getRole = (name: string): WholeRequest => form("iam", { Action: "GetRole", RoleName: name });
const createKey = request("kms", { headers: { "x-amz-target": "TrentService.CreateKey" } });
const createPipeline = request("imagebuilder", { method: "PUT", url: "/CreateImagePipeline" });
const putObject = request("s3", { method: "PUT", url: "/bucket/key" });
const createGroup = form("ec2", { Action: "CreateSecurityGroup" });

let now = 0;
let carriedOut = 0;
let faults: FaultInjector;
beforeEach(() => {
  now = 1000;
  carriedOut = 0;
  faults = new FaultInjector(() => now);
});

async function send(each: WholeRequest): Promise<WholeAnswer | "dropped"> {
  return faults.around(callOf(each), each, () => {
    carriedOut++;
    return Promise.resolve(jsonAnswer(200, {}));
  });
}

const statusOf = (answer: WholeAnswer | "dropped"): number => (answer === "dropped" ? 0 : answer.status);

describe("the name of a call", () => {
  it.each([
    [createRole("a"), { service: "iam", operation: "CreateRole", mutates: true }],
    [getRole("a"), { service: "iam", operation: "GetRole", mutates: false }],
    [createKey, { service: "kms", operation: "CreateKey", mutates: true }],
    [createPipeline, { service: "imagebuilder", operation: "CreateImagePipeline", mutates: true }],
    [
      request("imagebuilder", { url: "/ListImages" }),
      { service: "imagebuilder", operation: "ListImages", mutates: false },
    ],
    [putObject, { service: "s3", operation: "PUT /bucket/key", mutates: true }],
    [request("s3", { method: "HEAD", url: "/bucket" }), { service: "s3", operation: "HEAD /bucket", mutates: false }],
    [
      request("inspector2", { url: "/status/batch/get" }),
      { service: "inspector2", operation: "POST /status/batch/get", mutates: false },
    ],
    [request("inspector2", { url: "/enable" }), { service: "inspector2", operation: "POST /enable", mutates: true }],
  ])("is what the request asks for", (each, name) => {
    expect(callOf(each)).toEqual(name);
  });
});

describe("a fault", () => {
  it("strikes at the call of its number alone, and only calls that change something count", async () => {
    faults.inject([{ kind: "server-error", at: 2 }]);
    await send(getRole("a"));
    expect(statusOf(await send(createKey))).toBe(200);
    await send(getRole("a"));
    expect(statusOf(await send(createRole("a")))).toBe(500);
    expect(statusOf(await send(createRole("a")))).toBe(200);
    expect(faults.state).toEqual({
      faults: [{ kind: "server-error", at: 2 }],
      calls: 3,
      strikes: [{ kind: "server-error", at: 2, service: "iam", operation: "CreateRole" }],
    });
  });

  it("strikes a call that only reads where it is told to, and these are counted apart", async () => {
    faults.inject([{ kind: "throttle", at: 2, calls: "reading" }]);
    await send(createKey);
    expect(statusOf(await send(getRole("a")))).toBe(200);
    expect(statusOf(await send(createRole("a")))).toBe(200);
    expect(statusOf(await send(getRole("a")))).toBe(400);
    expect(faults.state.strikes).toEqual([{ kind: "throttle", at: 2, service: "iam", operation: "GetRole" }]);
  });

  it.each([
    ["throttle", 0, 429],
    ["server-error", 0, 500],
    ["expired-credentials", 0, 403],
    ["drop-before", 0, 0],
    ["drop-after", 1, 0],
    ["latency", 1, 200],
  ] as const)("of kind %s has %d effects and answers %d", async (kind, effects, status) => {
    faults.inject([{ kind, at: 1, milliseconds: 1 }]);
    expect(statusOf(await send(createPipeline))).toBe(status);
    expect(carriedOut).toBe(effects);
  });

  it.each([
    [createPipeline, 429, "CallRateLimitExceededException"],
    [createGroup, 503, "RequestLimitExceeded"],
    [putObject, 503, "SlowDown"],
    [createRole("a"), 400, "Throttling"],
    [createKey, 400, "ThrottlingException"],
    [
      request("inspector2", { url: "/enable", headers: { "content-type": "application/json" } }),
      429,
      "ThrottlingException",
    ],
  ])("throttles each service in its own words", async (each, status, code) => {
    faults.inject([{ kind: "throttle", at: 1 }]);
    const answer = await send(each);
    if (answer === "dropped") throw new Error("dropped");
    expect(answer.status).toBe(status);
    expect(`${JSON.stringify(answer.headers)} ${answer.body.toString()}`).toContain(code);
  });

  it.each([
    [createPipeline, 403, "ExpiredTokenException"],
    [createGroup, 400, "RequestExpired"],
    [putObject, 400, "ExpiredToken"],
    [createRole("a"), 400, "ExpiredToken"],
    [createKey, 400, "ExpiredTokenException"],
  ])("refuses expired credentials in each service's own words", async (each, status, code) => {
    faults.inject([{ kind: "expired-credentials", at: 1 }]);
    const answer = await send(each);
    if (answer === "dropped") throw new Error("dropped");
    expect(answer.status).toBe(status);
    expect(`${JSON.stringify(answer.headers)} ${answer.body.toString()}`).toContain(code);
  });

  it("hides the next role that is made, and no other, until its time is over", async () => {
    faults.inject([{ kind: "late-role", at: 1, milliseconds: 50 }]);
    await send(createKey);
    await send(createRole("late"));
    await send(createRole("other"));
    expect(await send(getRole("late"))).toMatchObject({ status: 404 });
    expect(statusOf(await send(form("iam", { Action: "PutRolePolicy", RoleName: "late" })))).toBe(404);
    expect(statusOf(await send(getRole("other")))).toBe(200);
    now += 50;
    expect(statusOf(await send(getRole("late")))).toBe(200);
  });

  it("hides no role that could not be made", async () => {
    faults.inject([{ kind: "late-role", at: 1 }]);
    await faults.around(callOf(createRole("a")), createRole("a"), () => Promise.resolve(jsonAnswer(409, {})));
    expect(statusOf(await send(getRole("a")))).toBe(200);
  });

  it("ends when others, or none, are injected", async () => {
    faults.inject([
      { kind: "late-role", at: 1 },
      { kind: "throttle", at: 2 },
    ]);
    await send(createRole("a"));
    faults.inject([]);
    expect(statusOf(await send(getRole("a")))).toBe(200);
    expect(statusOf(await send(createKey))).toBe(200);
    expect(faults.state.calls).toBe(1);
  });
});

describe("a fault from outside", () => {
  it("is taken as it is written", () => {
    for (const kind of faultKinds) expect(faultFrom({ kind, at: 1 })).toEqual({ kind, at: 1 });
    const reading = { kind: "throttle", at: 1, calls: "reading" };
    expect(faultFrom(reading)).toEqual(reading);
    expect(faultFrom({ kind: "latency" satisfies FaultKind, at: 3, milliseconds: 0 })).toMatchObject({
      milliseconds: 0,
    });
  });

  it.each([
    [null, "kind is missing: write one of throttle"],
    ["throttle", "kind is missing"],
    [{ kind: "flood", at: 1 }, 'kind "flood": write one of throttle'],
    [{ kind: "throttle" }, "at is missing"],
    [{ kind: "throttle", at: 0 }, "at 0: write the number of a call, from 1"],
    [{ kind: "throttle", at: 1.5 }, "at 1.5"],
    [{ kind: "latency", at: 1, milliseconds: -1 }, "milliseconds -1"],
    [{ kind: "throttle", at: 1, times: 2 }, '"times": a fault has only kind, at, calls and milliseconds'],
    [{ kind: "throttle", at: 1, calls: "all" }, 'calls "all": write one of changing, reading'],
  ])("is refused where it is none", (value, message) => {
    expect(() => faultFrom(value)).toThrow(message);
  });
});
