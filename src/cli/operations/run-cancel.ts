import { randomUUID } from "node:crypto";

import { UserError } from "../../files/user-error";
import type { Connection } from "../../operations/aws/connection";
import { cancelBuild } from "../../operations/builds/start-build";
import { versionAndBuild } from "../../operations/images/build-arn";
import { getBuild, hasEnded } from "../../operations/images/find-builds";
import type { OneBuild } from "./operate-on-build";

/** Cancels a build. @returns exit code 0 @throws UserError if the build has already ended */
export async function runCancel(
  connection: Connection,
  { built, arn }: OneBuild,
  output: { write(text: string): unknown },
): Promise<number> {
  const { status } = await getBuild(connection, arn);
  if (hasEnded(status)) throw new UserError(`${built.name} ${versionAndBuild(arn)} is not running: it is ${status}`);
  await cancelBuild(connection, arn, randomUUID());
  output.write(`${built.name} ${versionAndBuild(arn)} is cancelled\n`);
  return 0;
}
