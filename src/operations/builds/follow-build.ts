import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import type { Connection } from "../aws/connection";
import { type Patience, patiently } from "../aws/patience";
import { troubleOf } from "../aws/trouble";
import type { Clock } from "../clock";
import { type BuildDetails, getBuild, hasEnded } from "../images/find-builds";
import type { BuildLog, TimedLine } from "../logs/build-log";
import { isWaiting } from "./answer-step";
import { durationOf, stepEnded, type StepRun, stepRuns } from "./step-run";

/** An event of a build that is followed. */
export type BuildEvent =
  | { readonly kind: "status"; readonly status: string }
  /** A step has ended. `took` is in milliseconds; undefined for a skipped step and if the service does not report both times. */
  | { readonly kind: "step"; readonly step: StepRun; readonly took?: number }
  /** A step is running; repeated at each poll. `took` and `usual` (the duration in an earlier build, if known) are in milliseconds. */
  | { readonly kind: "running"; readonly step: StepRun; readonly took: number; readonly usual?: number }
  /** A step waits for an approval or a rejection. */
  | { readonly kind: "waiting"; readonly step: StepRun }
  | { readonly kind: "log"; readonly lines: readonly TimedLine[] }
  | { readonly kind: "warning"; readonly message: string }
  | { readonly kind: "trouble"; readonly message: string }
  | { readonly kind: "recovered" };

export interface FollowOptions {
  readonly arn: string;
  readonly clock: Clock;
  /** Signal that ends following if it is aborted. The build continues. */
  readonly signal?: AbortSignal;
  /** Time at which following ends, in milliseconds since 1970. Default: never. */
  readonly until?: number;
  readonly onEvent: (event: BuildEvent) => void;
  /** Returns the log of the build. If given, new lines are reported as events. */
  readonly logOf?: (image: BuildDetails) => BuildLog;
  /** Duration of each step in an earlier build, in milliseconds, by step name. */
  readonly usual: ReadonlyMap<string, number>;
}

/** Why following ended. */
export type FollowEnd =
  | { readonly kind: "ended"; readonly image: BuildDetails; readonly steps: readonly StepRun[] }
  /** AWS no longer answers, e.g. because the credentials have expired. The build continues. */
  | { readonly kind: "lost"; readonly error: unknown }
  | { readonly kind: "timeout" }
  | { readonly kind: "interrupted" };

/** Pauses between two polls, in milliseconds: short after an event, then longer and longer. */
const shortestPause = 500;
const longestPause = 15_000;
/** Milliseconds without a connection after which following is given up. The build continues. */
const atMostWithoutAws = 30 * 60_000;

/**
 * Polls a build until it ends or until following stops (see {@link FollowEnd}), and reports each event as it happens.
 *
 * @throws UserError if AWS has no such build, or no longer has it
 */
export async function followBuild(connection: Connection, options: FollowOptions): Promise<FollowEnd> {
  const { arn, clock, signal, until = Infinity, onEvent } = options;
  const patience: Patience = {
    clock,
    signal,
    onTrouble: (message) => {
      onEvent({ kind: "trouble", message });
    },
    onRecovery: () => {
      onEvent({ kind: "recovered" });
    },
    atMost: atMostWithoutAws,
  };
  const told = teller(options);
  let log: BuildLog | undefined;
  let pause = shortestPause;
  for (;;) {
    if (signal?.aborted === true) return { kind: "interrupted" };
    let seen: Seen;
    let happened: boolean;
    try {
      seen = await patiently(async () => look(connection, arn), patience);
      happened = told(seen);
      log ??= options.logOf?.(seen.image);
      if (log !== undefined) await tellLog(log, patience, onEvent);
    } catch (error) {
      if (isAborted(signal)) return { kind: "interrupted" };
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      if (trouble === "missing")
        throw new UserError(`there is no build ${arn} in AWS: it was deleted, or never started`);
      return { kind: "lost", error };
    }
    if (hasEnded(seen.image.status)) return { kind: "ended", ...seen };
    if (clock.now() >= until) return { kind: "timeout" };
    pause = happened ? shortestPause : Math.min(pause * 1.5, longestPause);
    await clock.sleep(Math.min(pause, until - clock.now()), signal);
  }
}

/** Checks the signal again: it can be aborted during an `await`, which the compiler does not see. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

interface Seen {
  readonly image: BuildDetails;
  readonly steps: readonly StepRun[];
}

/** Reads the status before the steps, so that a build that has ended has all of its steps. */
async function look(connection: Connection, arn: string): Promise<Seen> {
  const image = await getBuild(connection, arn);
  return { image, steps: await stepRuns(connection, arn) };
}

async function tellLog(log: BuildLog, patience: Patience, onEvent: FollowOptions["onEvent"]): Promise<void> {
  const lines = await patiently(async () => log.more(), patience);
  if (lines.length > 0) onEvent({ kind: "log", lines });
}

/** Creates a function that reports each event once and returns true if anything was new. */
function teller({ clock, onEvent, usual }: FollowOptions): (seen: Seen) => boolean {
  let status: string | undefined;
  const told = new Set<string>();
  const once = (key: string, tell: () => void): boolean => {
    if (told.has(key)) return false;
    told.add(key);
    tell();
    return true;
  };
  return ({ image, steps }) => {
    const { status: now } = image;
    const isNew = now !== status;
    status = now;
    // Steps of earlier stages led to this status, so they are reported before it.
    const before = stagesBefore(now);
    const happened = steps.filter(({ workflow }) => before.includes(workflow.type)).map((step) => tellStep(step));
    if (isNew) onEvent({ kind: "status", status: now });
    happened.push(...steps.filter(({ workflow }) => !before.includes(workflow.type)).map((step) => tellStep(step)));
    return isNew || happened.includes(true);
  };

  function tellStep(step: StepRun): boolean {
    const took = durationOf(step, clock.now());
    if (stepEnded(step))
      return once(`${step.id} ${step.status}`, () => {
        onEvent({ kind: "step", step, took: step.status === "SKIPPED" ? undefined : took });
      });
    if (step.status === "PENDING" || took === undefined) return false;
    if (isWaiting(step))
      return once(`${step.id} waits`, () => {
        onEvent({ kind: "waiting", step });
      });
    const usually = usual.get(step.name);
    onEvent({ kind: "running", step, took, usual: usually });
    const message = lateContact(step, took, usually);
    if (message !== undefined)
      once(`${step.id} late`, () => {
        onEvent({ kind: "warning", message });
      });
    return false;
  }
}

/** Returns the types of the workflows that have ended if a build has this status. */
function stagesBefore(status: string): readonly string[] {
  if (hasEnded(status)) return ["BUILD", "TEST", "DISTRIBUTION"];
  if (status === "TESTING") return ["BUILD"];
  return status === "DISTRIBUTING" || status === "INTEGRATING" ? ["BUILD", "TEST"] : [];
}

/** Milliseconds after which a launch is reported as late. An instance usually needs one to three minutes to report to Systems Manager. */
const lateAfter = 6 * 60_000;

/**
 * Returns a warning if LaunchInstance takes unusually long. If the instance cannot reach Systems Manager, the step waits for up to 75 minutes
 * before it fails.
 *
 * Source: User Guide, "Step actions": the default time-out of LaunchInstance; samples of AWS: 35 to 40 minutes seen.
 */
function lateContact({ action }: StepRun, took: number, usually: number | undefined): string | undefined {
  if (action !== "LaunchInstance" || took < Math.max(lateAfter, 2 * (usually ?? 0))) return undefined;
  const before = usually === undefined ? "usually 1 to 3" : `last time ${Math.max(1, Math.round(usually / 60_000))}`;
  return `no contact with Systems Manager for ${Math.floor(took / 60_000)} minutes, ${before}: check the subnet's route out (a NAT gateway, or endpoints for ssm, ssmmessages and ec2messages), its security groups (port 443 outbound), and that the instance's role has AmazonSSMManagedInstanceCore. The step gives up after 75 minutes; "${howToRun("cancel")}" ends it now`;
}
