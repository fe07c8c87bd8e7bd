import { followBuild } from "../../operations/builds/follow-build";
import { usualTimes } from "../../operations/builds/usual-times";
import { systemClock } from "../../operations/clock";
import { versionAndBuild } from "../../operations/images/build-arn";
import { findBuilds } from "../../operations/images/find-builds";
import { buildLog } from "../../operations/logs/build-log";
import type { Terminal } from "../terminal";
import { buildScreen, isLive } from "./build-screen";
import { endOfBuild } from "./end-of-build";
import { screenOf } from "../screen";
import type { Operated } from "./operate";
import type { OneBuild } from "./operate-on-build";
import { isAvailable } from "./build-one";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";

export interface FollowArguments extends OneBuild {
  readonly timeout?: number;
  readonly logs: boolean;
}

/** Follows a build to its end. @returns exit code: 0 where it is AVAILABLE, 1 else, 130 where following was interrupted */
export async function runFollow(
  operated: Operated,
  { built, arn, timeout, logs }: FollowArguments,
  terminal: Terminal,
): Promise<number> {
  const { connection, environment } = operated;
  const clock = systemClock;
  const image = built.name;
  const screen = buildScreen(terminal.stdout, {
    environment,
    images: [image],
    live: isLive(terminal.stdout, terminal.env),
  });
  screen.line(image, `following ${versionAndBuild(arn)}`);
  const end = await followBuild(connection, {
    arn,
    clock,
    signal: terminal.stopSignal(),
    until: timeout === undefined ? undefined : clock.now() + timeout,
    onEvent: (event) => {
      screen.event(image, event);
    },
    log: logs ? buildLog(connection, built, versionAndBuild(arn)) : undefined,
    usual: await usualTimes(connection, await findBuilds(connection, built)),
  });
  screen.clear();
  if (end.kind === "interrupted") {
    terminal.stdout.write(
      `\n${image} ${versionAndBuild(arn)} goes on in AWS\n  end it: ${howToRun(`cancel ${environment} ${shellWord(image)}`)}\n`,
    );
    return 130;
  }
  terminal.stdout.write(await endOfBuild(operated, { built, arn, end }, screenOf(terminal.stdout)));
  return isAvailable(end) ? 0 : 1;
}
