import { GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import { versionAndBuild } from "../images/build-arn";
import type { BuildDetails } from "../images/find-builds";
import { type LogLine, logReader } from "./log-reader";

/** A line of a log with its time. */
export interface TimedLine extends LogLine {
  /** Time at which CloudWatch received the line, in milliseconds since 1970. */
  readonly time: number;
}

/** The log of one build, which can be read again while it grows. */
export interface BuildLog {
  readonly group: string;
  readonly stream: string;
  /** Returns the lines that were added since the last call; empty if the log does not exist yet. */
  readonly more: () => Promise<readonly TimedLine[]>;
}

/**
 * Returns a reader for the log of one build. Log group: the one that the build names, or else `/aws/imagebuilder/<recipe>` in the letter case
 * of the recipe's name. Log stream: `<version>/<build>`.
 *
 * Source: Image Builder User Guide, "Monitor with CloudWatch Logs".
 */
export function buildLog(
  { logs }: Connection,
  { recipe }: Built,
  { arn, loggingConfiguration }: Pick<BuildDetails, "arn" | "loggingConfiguration">,
): BuildLog {
  const read = logReader();
  const group = loggingConfiguration?.logGroupName ?? `/aws/imagebuilder/${recipe.recipeName}`;
  const stream = versionAndBuild(arn);
  let token: string | undefined;
  return {
    group,
    stream,
    more: async () => {
      const lines: TimedLine[] = [];
      for (;;) {
        const from = { logGroupName: group, logStreamName: stream, nextToken: token, startFromHead: true };
        const page = await ifExists(async () => logs.send(new GetLogEventsCommand(from)));
        if (page === undefined) return lines;
        for (const { message = "", timestamp = 0 } of page.events ?? [])
          lines.push(...read(message).map((line) => ({ ...line, time: timestamp })));
        // The same token again means that there are no more lines for now.
        if (page.nextForwardToken === undefined || page.nextForwardToken === token) return lines;
        token = page.nextForwardToken;
        if ((page.events ?? []).length === 0) return lines;
      }
    },
  };
}
