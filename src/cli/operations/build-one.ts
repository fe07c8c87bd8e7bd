import { randomUUID } from "node:crypto";

import type { Built } from "../../factory/built";
import type { ImagePipeline } from "../../factory/pipeline";
import { UserError } from "../../files/user-error";
import type { Connection } from "../../operations/aws/connection";
import { followBuild, type FollowEnd } from "../../operations/builds/follow-build";
import type { PlannedBuild } from "../../operations/builds/plan-builds";
import { startBuild } from "../../operations/builds/start-build";
import { usualTimes } from "../../operations/builds/usual-times";
import type { Clock } from "../../operations/clock";
import { versionAndBuild } from "../../operations/images/build-arn";
import { type BuildSummary, hasEnded } from "../../operations/images/find-builds";
import { buildLog } from "../../operations/logs/build-log";
import type { BuildScreen } from "./build-screen";

export interface BuildArguments {
  /** The images to build, and their pipelines. */
  readonly pipelines: ReadonlyMap<string, ImagePipeline | undefined>;
  /** Whether to build all parents, even those that were built before. */
  readonly all: boolean;
  readonly wait: boolean;
  /** Milliseconds after which following ends. The build continues. */
  readonly timeout?: number;
  readonly logs: boolean;
}

/** A planned build whose image has a pipeline. */
export type Ready = PlannedBuild & { readonly pipeline: ImagePipeline };

export function isReady(planned: PlannedBuild): planned is Ready {
  return planned.pipeline !== undefined;
}

/** Data that all builds of one command share. */
export interface Run {
  readonly connection: Connection;
  readonly options: BuildArguments;
  /** Signal that Ctrl-C aborts. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly screen: BuildScreen;
  readonly buildsOf: (name: string) => Promise<readonly BuildSummary[]>;
  readonly tags: (planned: Ready) => Record<string, string>;
}

/** Starts a build, or finds the running one, and follows it if `wait` is set. `good` is true if it is AVAILABLE, or if it was only started. */
export async function buildOne(planned: Ready, run: Run): Promise<{ result: FollowedBuild; good: boolean }> {
  const { connection, options, signal, clock, screen } = run;
  const { built, pipeline } = planned;
  const image = built.name;
  const builds = await run.buildsOf(image);
  const patience = { ...patienceOn(screen, image, clock), signal: options.wait ? signal : undefined };
  const running = builds.find(({ status }) => !hasEnded(status));
  // Ctrl-C can be pressed while the parent is followed, or before anything was started.
  if (options.wait && running === undefined && signal.aborted)
    throw new UserError("not started, for this command was interrupted before");
  const arn =
    running?.arn ??
    (await startBuild(connection, { pipeline, clientToken: randomUUID(), tags: run.tags(planned), patience }));
  const reason = planned.because === undefined ? "" : `, ${reasons[planned.because]}`;
  screen.line(
    image,
    running === undefined
      ? `started ${versionAndBuild(arn)}${reason}`
      : `${versionAndBuild(arn)} is already being built; following it`,
  );
  if (!options.wait) return { result: { built, arn }, good: true };
  const end = await followShown({ connection, built, arn, options, signal, clock, screen, builds });
  return { result: { built, arn, end }, good: isAvailable(end) };
}

interface Followed extends Pick<Run, "connection" | "signal" | "clock" | "screen"> {
  readonly built: Built;
  readonly arn: string;
  readonly options: Pick<BuildArguments, "timeout" | "logs">;
  /** All builds of the image. The newest successful one shows how long each step usually takes. */
  readonly builds: readonly BuildSummary[];
}

/** Follows a build and shows its events on the screen. */
export async function followShown(followed: Followed): Promise<FollowEnd> {
  const { connection, built, arn, options, signal, clock, screen, builds } = followed;
  return followBuild(connection, {
    arn,
    clock,
    signal,
    until: options.timeout === undefined ? undefined : clock.now() + options.timeout,
    onEvent: (event) => {
      screen.event(built.name, event);
    },
    logOf: options.logs ? (image) => buildLog(connection, built, image) : undefined,
    usual: await usualTimes(connection, builds),
  });
}

const reasons = { "never built": "because it was never built", chain: "because of --all" } as const;
/** Milliseconds for which starting is repeated. The token keeps a build from being started twice. */
const atMostForStart = 5 * 60_000;

/** Checks whether a build ended with status AVAILABLE. */
export function isAvailable(end: FollowEnd): boolean {
  return end.kind === "ended" && end.image.status === "AVAILABLE";
}

function patienceOn(screen: BuildScreen, image: string, clock: Clock) {
  return {
    clock,
    atMost: atMostForStart,
    onTrouble: (message: string) => {
      screen.event(image, { kind: "trouble", message });
    },
    onRecovery: () => {
      screen.event(image, { kind: "recovered" });
    },
  };
}

/** A build that was started, and how it ended if it was followed. */
export interface FollowedBuild {
  readonly built: Built;
  readonly arn: string;
  readonly end?: FollowEnd;
}
