import { randomUUID } from "node:crypto";

import { oncePerText } from "../../collections/once-per";
import { UserError } from "../../files/user-error";
import type { Connection } from "../../operations/aws/connection";
import { planBuilds, type PlannedBuild } from "../../operations/builds/plan-builds";
import { type Outcome, runBuilds } from "../../operations/builds/run-builds";
import { cancelBuild, deployedPipeline } from "../../operations/builds/start-build";
import { type Clock, systemClock } from "../../operations/clock";
import { versionAndBuild } from "../../operations/images/build-arn";
import { builtNamed } from "../../operations/images/built";
import { findBuilds } from "../../operations/images/find-builds";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";
import type { Ask } from "../ask";
import { gitOf } from "../git";
import { screenOf } from "../screen";
import { Stopped, type Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { type BuildArguments, buildOne, type FollowedBuild, isReady, type Ready, type Run } from "./build-one";
import { buildScreen, isLive } from "./build-screen";
import { endOfBuild } from "./end-of-build";
import { faultIn, noPipeline, refusals } from "./not-started";
import type { Operated } from "./operate";

/** Who sees the output and answers questions while builds run. */
interface Attended {
  readonly terminal: Terminal;
  readonly ask: Ask;
  /** Default: the clock of the system. */
  readonly clock?: Clock;
}

/**
 * Builds images, their parents first, and follows each build to its end.
 *
 * @returns the exit code: 0 if all are AVAILABLE (or started, without `wait`), 130 if it was interrupted, else 1
 */
export async function runBuild(operated: Operated, options: BuildArguments, attended: Attended): Promise<number> {
  const { connection, factory } = operated;
  const { terminal, clock = systemClock } = attended;
  // Called first: from now on, Ctrl-C does not end the process but leads to a question.
  const signal = terminal.stopSignal();
  const buildsOf = oncePerText(async (name) => findBuilds(connection, builtNamed(factory, name)));
  const plan = await planBuilds(factory, options.pipelines, {
    all: options.all,
    wasBuilt: async (image) => (await buildsOf(image)).some(({ status }) => usable.has(status)),
  });
  if (!options.wait) refuseWithParents(plan);
  const missing = await withoutPipeline(connection, plan);
  const screen = buildScreen(terminal.stdout, {
    environment: operated.environment,
    images: plan.map(({ built }) => built.name),
    live: isLive(terminal.stdout, terminal.env),
  });
  const tags = await tagsOf(operated);
  const ready = plan.filter(isReady).filter(({ built }) => !missing.has(built.name));
  const run: Run = { connection, options, signal, clock, screen, buildsOf, tags };
  const outcomes = await runBuilds(ready, async (planned) => buildOne(planned, run));
  screen.clear();
  const notStarted = [...refusals(outcomes), ...[...missing].map((name) => noPipeline(name, plan, operated))];
  return report({ outcomes, notStarted, waited: options.wait, signal }, operated, attended);
}

interface Ended {
  readonly outcomes: ReadonlyMap<string, Outcome<FollowedBuild>>;
  /** A sentence for each build that was not started. */
  readonly notStarted: readonly string[];
  readonly waited: boolean;
  readonly signal: AbortSignal;
}

/** Reports how the builds ended. @returns the exit code @throws the error of a build that is a fault of this program */
async function report(ended: Ended, operated: Operated, { terminal, ask }: Attended): Promise<number> {
  const { outcomes, notStarted, waited, signal } = ended;
  const fault = faultIn(outcomes);
  const followed = [...outcomes.values()].flatMap((outcome) => (outcome.kind === "done" ? outcome : []));
  if (followed.length === 0 && fault === undefined && !signal.aborted) throw new UserError(notStarted.join("\n"));
  // Ctrl-C can be pressed just as the last build ends. A build that has ended is reported, without a question.
  const running = followed.flatMap(({ result }) => (result.end?.kind === "interrupted" ? result : []));
  for (const { result } of followed)
    if (!running.includes(result))
      terminal.stdout.write(
        waited ? await endOfBuild(operated, result, screenOf(terminal.stdout)) : howToFollow(result, operated),
      );
  for (const why of notStarted) terminal.stdout.write(`\n${why}\n`);
  if (running.length > 0) return interrupted(running, operated, terminal, ask);
  if (fault !== undefined) throw fault.error;
  if (signal.aborted && notStarted.length > 0) return 130;
  return notStarted.length === 0 && followed.every(({ good }) => good) ? 0 : 1;
}

/** Refuses a plan with parents if `wait` is not set. @throws UsageError because a child can start only after its parent is AVAILABLE */
function refuseWithParents(plan: readonly PlannedBuild[]): void {
  for (const { built, after } of plan)
    if (after !== undefined)
      throw new UsageError(
        `"${built.name}" is built on "${after}", which must be AVAILABLE first; leave out --no-wait, or start only "${after}"`,
      );
}

const usable = new Set(["AVAILABLE", "DEPRECATED"]);
async function withoutPipeline(connection: Connection, plan: readonly PlannedBuild[]): Promise<ReadonlySet<string>> {
  const names = await Promise.all(
    plan.map(async ({ built, pipeline }) =>
      pipeline !== undefined && (await deployedPipeline(connection, pipeline)) ? [] : [built.name],
    ),
  );
  return new Set(names.flat());
}

/** Returns the tags for the images of a build. Manual builds do not take them from the pipeline, and lifecycle policies select images by tags. */
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
        : `${image} ${versionAndBuild(arn)} continues in AWS\n  follow it: ${howToRun(`follow ${environment} ${shellWord(image)}`)}\n  end it:    ${howToRun(`cancel ${environment} ${shellWord(image)}`)}\n`,
    );
  }
  return 130;
}
