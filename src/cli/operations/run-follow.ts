import { randomUUID } from "node:crypto";

import { UserError } from "../../files/user-error";
import type { Connection } from "../../operations/aws/connection";
import { retryBuild } from "../../operations/builds/start-build";
import { systemClock } from "../../operations/clock";
import { versionAndBuild } from "../../operations/images/build-arn";
import { getBuild } from "../../operations/images/find-builds";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";
import { screenOf } from "../screen";
import type { Terminal } from "../terminal";
import { followShown, isAvailable } from "./build-one";
import { buildScreen, isLive } from "./build-screen";
import { endOfBuild } from "./end-of-build";
import type { Operated } from "./operate";
import type { OneBuild } from "./operate-on-build";

export interface FollowArguments extends OneBuild {
  readonly timeout?: number;
  readonly logs: boolean;
}

/** Follows a build to its end. @returns exit code 0 if it is AVAILABLE, 130 if following was interrupted, else 1 */
export async function runFollow(
  operated: Operated,
  { built, arn, builds, timeout, logs }: FollowArguments,
  terminal: Terminal,
): Promise<number> {
  const { connection, environment } = operated;
  const image = built.name;
  const screen = buildScreen(terminal.stdout, {
    environment,
    images: [image],
    live: isLive(terminal.stdout, terminal.env),
  });
  screen.line(image, `following ${versionAndBuild(arn)}`);
  const signal = terminal.stopSignal();
  const end = await followShown({
    connection,
    built,
    arn,
    options: { timeout, logs },
    signal,
    clock: systemClock,
    screen,
    builds: await builds(),
  });
  screen.clear();
  if (end.kind === "interrupted") {
    terminal.stdout.write(
      `\n${image} ${versionAndBuild(arn)} continues in AWS\n  end it: ${howToRun(`cancel ${environment} ${shellWord(image)}`)}\n`,
    );
    return 130;
  }
  terminal.stdout.write(await endOfBuild(operated, { built, arn, end }, screenOf(terminal.stdout)));
  return isAvailable(end) ? 0 : 1;
}

/** Retries a failed build and follows it. @returns the same exit code, or 0 without `wait` @throws UserError if the build did not fail */
export async function runRetry(
  operated: Operated,
  { wait, ...build }: FollowArguments & { readonly wait: boolean },
  terminal: Terminal,
): Promise<number> {
  const { built, arn } = build;
  const { status } = await getBuild(operated.connection, arn);
  const name = `${built.name} ${versionAndBuild(arn)}`;
  if (status !== "FAILED") throw new UserError(`${name} is ${status}, but only a failed build can be retried`);
  await retryBuild(operated.connection, arn, randomUUID());
  if (wait) {
    await untilContinued(operated.connection, arn);
    return runFollow(operated, build, terminal);
  }
  terminal.stdout.write(
    `${name} continues; follow it: ${howToRun(`follow ${operated.environment} ${shellWord(built.name)}`)}\n`,
  );
  return 0;
}

/** Waits up to five seconds until a retried build is no longer FAILED. AWS does not document whether its status changes with the answer. */
async function untilContinued(connection: Connection, arn: string): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    if ((await getBuild(connection, arn)).status !== "FAILED") return;
    await systemClock.sleep(500);
  }
}
