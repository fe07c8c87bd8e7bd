import { UserError } from "../../../src/files/user-error";
import { type BuildEvent, followBuild, type FollowEnd } from "../../../src/operations/builds/follow-build";
import type { BuildLog } from "../../../src/operations/logs/build-log";
import { fakeClock, fakeConnection, serviceError } from "../fake-connection";

const arn = "arn:aws:imagebuilder:us-east-1:123456789012:image/web/1.0.0/1";
const workflow = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/1.0.0/1";
const minute = 60_000;

interface Scene {
  /** What GetImage does at each look; the last again and again. */
  readonly looks: readonly (string | Error)[];
  readonly step?: Readonly<Record<string, unknown>>;
  readonly until?: number;
  readonly signal?: AbortSignal;
  readonly log?: BuildLog;
}

async function follow({ looks, step, until, signal, log }: Scene): Promise<{ end: FollowEnd; events: BuildEvent[] }> {
  let look = 0;
  const connection = fakeConnection({
    GetImageCommand: () => {
      const now = looks[Math.min(look++, looks.length - 1)];
      if (now instanceof Error) throw now;
      return { image: { arn, state: { status: now } } };
    },
    ListWorkflowExecutionsCommand: () => ({
      workflowExecutions: [
        { workflowExecutionId: "wf-1", type: "BUILD", status: "RUNNING", workflowBuildVersionArn: workflow },
      ],
    }),
    ListWorkflowStepExecutionsCommand: () => ({ steps: step === undefined ? [] : [step] }),
  });
  const events: BuildEvent[] = [];
  const clock = fakeClock(Date.parse("2026-11-27T10:00:00Z"));
  const end = await followBuild(connection, {
    arn,
    clock,
    signal,
    logOf: log && (() => log),
    until: until === undefined ? undefined : clock.now() + until,
    onEvent: (event) => events.push(event),
    usual: new Map([["Launch", minute]]),
  });
  return { end, events };
}

const launching = {
  stepExecutionId: "step-1",
  name: "Launch",
  action: "LaunchInstance",
  status: "RUNNING",
  startTime: "2026-11-27T10:00:00Z",
};

describe("following a build", () => {
  it("tells each status once, and ends where the build does", async () => {
    const { end, events } = await follow({ looks: ["PENDING", "BUILDING", "BUILDING", "AVAILABLE"] });
    expect(events).toEqual(["PENDING", "BUILDING", "AVAILABLE"].map((status) => ({ kind: "status", status })));
    expect(end).toMatchObject({ kind: "ended", image: { state: { status: "AVAILABLE" } } });
  });

  it("tells the steps that led to a status before it, and those that it leads to after it", async () => {
    const step = { ...launching, status: "COMPLETED", endTime: "2026-11-27T10:01:00Z" };
    const order = async (...looks: string[]) =>
      (await follow({ looks, step })).events.map((event) => (event.kind === "status" ? event.status : event.kind));
    expect(await order("BUILDING", "AVAILABLE")).toEqual(["BUILDING", "step", "AVAILABLE"]);
    expect(await order("TESTING", "AVAILABLE")).toEqual(["step", "TESTING", "AVAILABLE"]);
    expect(await order("DISTRIBUTING", "AVAILABLE")).toEqual(["step", "DISTRIBUTING", "AVAILABLE"]);
    expect(await order("FAILED")).toEqual(["step", "FAILED"]);
  });

  it.each([
    ["throttling", serviceError("CallRateLimitExceededException", 429)],
    ["a fault of AWS", serviceError("ServiceException", 500)],
    ["a lost connection", Object.assign(new Error("reset"), { code: "ECONNRESET" })],
  ])("goes on after %s, and says so once", async (_, error) => {
    const { end, events } = await follow({ looks: ["BUILDING", error, error, error, "AVAILABLE"] });
    expect(events.map(({ kind }) => kind)).toEqual(["status", "trouble", "recovered", "status"]);
    expect(end.kind).toBe("ended");
  });

  it.each([
    ["expired credentials", serviceError("ExpiredTokenException", 403)],
    ["a missing right", serviceError("AccessDeniedException", 403)],
    ["what the service does not know", serviceError("NotImplementedException", 501)],
  ])("is lost at once with %s", async (_, error) => {
    expect((await follow({ looks: ["BUILDING", error, "AVAILABLE"] })).end).toEqual({ kind: "lost", error });
  });

  it("fails with a fault of this program", async () => {
    const error = new TypeError("undefined is not a function");
    await expect(follow({ looks: [error] })).rejects.toBe(error);
  });

  it("fails with a build that does not exist, in words", async () => {
    const looks = [serviceError("ResourceNotFoundException", 404)];
    await expect(follow({ looks })).rejects.toThrow(UserError);
    await expect(follow({ looks })).rejects.toThrow(
      /^there is no build arn:\S+ in AWS: it was deleted, or never started$/,
    );
  });

  it("is lost where only the log cannot be read", async () => {
    const error = serviceError("ExpiredTokenException", 400);
    const log = { group: "", stream: "", more: async () => Promise.reject(error) };
    expect((await follow({ looks: ["BUILDING", "AVAILABLE"], log })).end).toEqual({ kind: "lost", error });
  });

  it("gives up after half an hour without an answer", async () => {
    const error = serviceError("ServiceException", 503);
    expect((await follow({ looks: [error] })).end).toEqual({ kind: "lost", error });
  });

  it("ends at its time, and leaves the build alone", async () => {
    expect((await follow({ looks: ["BUILDING"], until: 10 * minute })).end).toEqual({ kind: "timeout" });
  });

  it("ends where it is interrupted", async () => {
    expect((await follow({ looks: ["BUILDING"], signal: AbortSignal.abort() })).end).toEqual({ kind: "interrupted" });
  });

  it("warns once that an instance does not reach Systems Manager, six minutes in", async () => {
    const warnings = async (until: number) =>
      (await follow({ looks: ["BUILDING"], step: launching, until })).events.filter(({ kind }) => kind === "warning");
    expect(await warnings(5 * minute)).toEqual([]);
    expect(await warnings(30 * minute)).toEqual([
      {
        kind: "warning",
        message: expect.stringContaining("no contact with Systems Manager for 6 minutes, last time 1") as string,
      },
    ]);
  });

  it("tells that a step waits for approval, by its documented status or the modelled one", async () => {
    for (const status of ["WAITING", "RUNNING"]) {
      const step = { ...launching, action: "WaitForAction", status };
      const { events } = await follow({ looks: ["BUILDING"], step, until: minute });
      expect(events.filter(({ kind }) => kind === "waiting")).toHaveLength(1);
    }
  });
});
