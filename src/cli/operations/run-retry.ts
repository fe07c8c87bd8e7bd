import { randomUUID } from "node:crypto";

import { retryBuild } from "../../operations/builds/retry-build";
import { versionAndBuild } from "../../operations/images/build-arn";
import { getBuild } from "../../operations/images/get-build";
import { OperationError } from "../../operations/operation-error";
import type { Terminal } from "../terminal";
import type { Operated } from "./operate";
import { type FollowArguments, runFollow } from "./run-follow";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";

/** Goes on with a failed build and follows it. @returns exit code as of `follow` @throws OperationError where it did not fail */
export async function runRetry(
  operated: Operated,
  { wait, ...build }: FollowArguments & { readonly wait: boolean },
  terminal: Terminal,
): Promise<number> {
  const { built, arn } = build;
  const { state } = await getBuild(operated.connection, arn);
  const name = `${built.name} ${versionAndBuild(arn)}`;
  if (state?.status !== "FAILED")
    throw new OperationError(`${name} is ${state?.status ?? "unknown"}, but only a failed build can be retried`);
  await retryBuild(operated.connection, arn, randomUUID());
  if (wait) return runFollow(operated, build, terminal);
  terminal.stdout.write(
    `${name} goes on; follow it: ${howToRun(`follow ${operated.environment} ${shellWord(built.name)}`)}\n`,
  );
  return 0;
}
