import { GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

import type { Built } from "../../factory/built";
import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";
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
 * Returns a reader for the log of one build. Log group: `group`, or else `/aws/imagebuilder/<recipe>` in the letter case of the recipe's
 * name. Log stream: `<version>/<build>`.
 *
 * Source: Image Builder User Guide, "Monitor with CloudWatch Logs".
 */
export function buildLog({ logs }: Connection, { recipe }: Built, versionAndBuild: string, group?: string): BuildLog {
  const read = logReader();
  const place = { group: group ?? `/aws/imagebuilder/${recipe.recipeName}`, stream: versionAndBuild };
  let token: string | undefined;
  return {
    ...place,
    more: async () => {
      const lines: TimedLine[] = [];
      for (;;) {
        const page = await logs
          .send(
            new GetLogEventsCommand({
              logGroupName: place.group,
              logStreamName: place.stream,
              nextToken: token,
              startFromHead: true,
            }),
          )
          .catch((error: unknown) => {
            if (troubleOf(error) === "missing") return undefined;
            throw error;
          });
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
