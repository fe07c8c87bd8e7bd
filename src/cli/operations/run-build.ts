import { randomUUID } from "node:crypto";

import type { Connection } from "../../operations/aws/connection";
import { cancelBuild } from "../../operations/builds/cancel-build";
import { followBuild, type FollowEnd } from "../../operations/builds/follow-build";
import { type PlannedBuild, planBuilds } from "../../operations/builds/plan-builds";
import { runBuilds } from "../../operations/builds/run-builds";
import { hasPipeline, startBuild } from "../../operations/builds/start-build";
import { usualTimes } from "../../operations/builds/usual-times";
import { type Clock, systemClock } from "../../operations/clock";
import { versionAndBuild } from "../../operations/images/build-arn";
import type { ImagePipeline } from "../../factory/pipeline";
import { builtNamed } from "../../operations/images/built";
import { type BuildSummary, findBuilds, hasEnded } from "../../operations/images/find-builds";
import { OperationError } from "../../operations/operation-error";
import { buildLog } from "../../operations/logs/build-log";
import { gitOf } from "../plans/git";
import { Stopped, type Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { UserError } from "../../files/user-error";
import { type BuildScreen, buildScreen, isLive } from "./build-screen";
import { endOfBuild } from "./end-of-build";
import type { FollowedBuild } from "./followed-build";
import { screenOf } from "../screen";
import { faultIn, noPipeline, refusals } from "./not-started";
import type { Operated } from "./operate";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";

export interface BuildArguments {
  readonly images: readonly string[];
  /** Whether parents are built that exist already, too. */
  readonly all: boolean;
  readonly wait: boolean;
  /** Milliseconds after which following ends; the build goes on. */
  readonly timeout?: number;
  readonly logs: boolean;
}

/** Asks somebody, who may not be there: then undefined. */
export type Ask = (question: string) => Promise<string | undefined>;

/**
 * Builds images, what they stand on first, and follows each to its end.
 *
 * @returns exit code: 0 where all are AVAILABLE (or started, where nobody waits), 1 else, 130 where it was interrupted
 */
export async function runBuild(
  operated: Operated,
  options: BuildArguments,
  terminal: Terminal,
  ask: Ask,
  clock: Clock = systemClock,
): Promise<number> {
  const { connection, factory } = operated;
  // Taken first: from now on Ctrl-C asks.
  const signal = terminal.stopSignal();
  const known = new Map<string, readonly BuildSummary[]>();
  const buildsOf = async (name: string): Promise<readonly BuildSummary[]> => {
    const builds = known.get(name) ?? (await findBuilds(connection, builtNamed(factory, name)));
    known.set(name, builds);
    return builds;
  };
  const plan = await planBuilds(factory, [...new Set(options.images)], {
    all: options.all,
    wasBuilt: async (image) => (await buildsOf(image)).some(({ status }) => usable.has(status)),
  });
  const later = plan.find(({ after }) => after !== undefined);
  if (!options.wait && later !== undefined)
    throw new UsageError(
      `"${later.built.name}" is built on "${later.after ?? ""}", which must be AVAILABLE first; leave out --no-wait, or start only "${later.after ?? ""}"`,
    );
  const missing = await withoutPipeline(connection, plan);
  const screen = buildScreen(terminal.stdout, {
    environment: operated.environment,
    images: plan.map(({ built }) => built.name),
    live: isLive(terminal.stdout, terminal.env),
  });
  const tags = await tagsOf(operated);
  const ready = plan.filter(isReady).filter(({ built }) => !missing.has(built.name));
  const outcomes = await runBuilds<FollowedBuild, Ready>(ready, async (planned) => {
    const { built, pipeline } = planned;
    const image = built.name;
    const builds = await buildsOf(image);
    const patience = { ...patienceOn(screen, image, clock), signal: options.wait ? signal : undefined };
    const running = builds.find(({ status }) => !hasEnded(status));
    // Ctrl-C may come while the parent is followed, or before anything was started.
    if (options.wait && running === undefined && signal.aborted)
      throw new OperationError("not started, for this command was interrupted before");
    const arn =
      running?.arn ??
      (await startBuild(connection, { pipeline, clientToken: randomUUID(), tags: tags(planned), patience }));
    const reason = planned.because === undefined ? "" : `, ${reasons[planned.because]}`;
    screen.line(
      image,
      running === undefined
        ? `started ${versionAndBuild(arn)}${reason}`
        : `${versionAndBuild(arn)} is already being built; following it`,
    );
    if (!options.wait) return { result: { built, arn }, good: true };
    const end = await followBuild(connection, {
      arn,
      clock,
      signal,
      until: options.timeout === undefined ? undefined : clock.now() + options.timeout,
      onEvent: (event) => {
        screen.event(image, event);
      },
      log: options.logs ? buildLog(connection, built, versionAndBuild(arn)) : undefined,
      usual: await usualTimes(connection, builds),
    });
    return { result: { built, arn, end }, good: isAvailable(end) };
  });
  screen.clear();
  const fault = faultIn(outcomes);
  const notStarted = [...refusals(outcomes), ...[...missing].map((name) => noPipeline(name, plan, operated))];
  const followed = [...outcomes.values()].flatMap((outcome) => (outcome.kind === "done" ? outcome : []));
  if (followed.length === 0 && fault === undefined && !signal.aborted) throw new UserError(notStarted.join("\n"));
  const tellNotStarted = (): void => {
    for (const why of notStarted) terminal.stdout.write(`\n${why}\n`);
  };
  // Ctrl-C may come as the last build ends: what has ended is reported, and nobody is asked about it.
  const running = followed.flatMap(({ result }) => (result.end?.kind === "interrupted" ? result : []));
  for (const { result } of followed)
    if (!running.includes(result))
      terminal.stdout.write(
        options.wait ? await endOfBuild(operated, result, screenOf(terminal.stdout)) : howToFollow(result, operated),
      );
  tellNotStarted();
  if (running.length > 0) return interrupted(running, operated, terminal, ask);
  if (fault !== undefined) throw fault.error;
  if (signal.aborted && notStarted.length > 0) return 130;
  return notStarted.length === 0 && followed.every(({ good }) => good) ? 0 : 1;
}

type Ready = PlannedBuild & { readonly pipeline: ImagePipeline };

function isReady(planned: PlannedBuild): planned is Ready {
  return planned.pipeline !== undefined;
}

const usable = new Set(["AVAILABLE", "DEPRECATED"]);
const reasons = { "never built": "because it was never built", chain: "because of --all" } as const;
/** How long starting is tried; the service may have started it meanwhile, and knows by the token. */
const atMostForStart = 5 * 60_000;

export function isAvailable(end: FollowEnd): boolean {
  return end.kind === "ended" && end.image.state?.status === "AVAILABLE";
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

async function withoutPipeline(connection: Connection, plan: readonly PlannedBuild[]): Promise<ReadonlySet<string>> {
  const names = await Promise.all(
    plan.map(async ({ built, pipeline }) =>
      pipeline !== undefined && (await hasPipeline(connection, pipeline)) ? [] : [built.name],
    ),
  );
  return new Set(names.flat());
}

/** What the images of a build get: a manual run does not take them from the pipeline, and lifecycle policies go by them. */
async function tagsOf({ root, factory }: Operated): Promise<(planned: Ready) => Record<string, string>> {
  const { commit, dirty } = await gitOf(root);
  const made: Record<string, string> =
    commit === undefined ? {} : { "golden-image-commit": `${commit}${dirty ? "-dirty" : ""}` };
  return ({ built, pipeline }) => ({
    ...factory.tags,
    ...pipeline.tags,
    "golden-image": built.name,
    "golden-image-version": built.recipe.version,
    ...made,
  });
}

function howToFollow({ built, arn }: FollowedBuild, { environment }: Operated): string {
  return `${arn}\n  follow it: ${howToRun(`follow ${environment} ${shellWord(built.name)}`)}\n`;
}

async function interrupted(
  running: readonly FollowedBuild[],
  { connection, environment }: Operated,
  { stopSignal, stdout }: Terminal,
  ask: Ask,
): Promise<number> {
  const { reason } = stopSignal() as { readonly reason: unknown };
  const byCtrlC = reason instanceof Stopped && reason.by === "SIGINT";
  const names = running.map(({ built }) => built.name).join(", ");
  const [are, them] = running.length === 1 ? ["is", "it"] : ["are", "them"];
  const answer = byCtrlC
    ? await ask(`\n${names} ${are} being built. Leave ${them} running, or cancel ${them}? [leave/cancel] `)
    : undefined;
  const cancels = answer !== undefined && /^c/i.test(answer.trim());
  for (const { built, arn } of running) {
    const image = built.name;
    if (cancels) await cancelBuild(connection, arn, randomUUID());
    stdout.write(
      cancels
        ? `${image} ${versionAndBuild(arn)} is cancelled\n`
        : `${image} ${versionAndBuild(arn)} goes on in AWS\n  follow it: ${howToRun(`follow ${environment} ${shellWord(image)}`)}\n  end it:    ${howToRun(`cancel ${environment} ${shellWord(image)}`)}\n`,
    );
  }
  return 130;
}
