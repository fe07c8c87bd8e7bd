import { getBuild } from "../../operations/images/find-builds";
import { buildLog } from "../../operations/logs/build-log";
import { logLineText } from "./log-line-text";
import type { Operated } from "./operate";
import type { OneBuild } from "./operate-on-build";

export interface LogsArguments extends OneBuild {
  readonly format: "text" | "json";
}

/** Shows the whole log of a build. @returns exit code 0, or 1 if there is no log */
export async function runLogs(
  { connection }: Operated,
  { built, arn, format }: LogsArguments,
  output: NodeJS.WriteStream,
  errors: NodeJS.WriteStream,
): Promise<number> {
  const image = await getBuild(connection, arn);
  const log = buildLog(connection, built, image);
  const lines = await log.more();
  if (lines.length === 0) {
    errors.write(
      `CloudWatch Logs has no stream ${log.stream} in ${log.group}: the build (${image.status}) has not written anything yet, or its log group no longer exists\n`,
    );
    return 1;
  }
  if (format === "json") output.write(`${JSON.stringify({ version: 1, arn, lines }, undefined, 2)}\n`);
  else
    for (const line of lines) output.write(`${new Date(line.time).toISOString().slice(11, 19)} ${logLineText(line)}\n`);
  return 0;
}
