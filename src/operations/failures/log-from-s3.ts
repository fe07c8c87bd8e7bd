import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";

import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";
import type { TimedLine } from "../logs/build-log";
import { logReader } from "../logs/log-reader";

/** Most bytes to read, from the end of the log. */
const mostBytes = 4 * 1_048_576;

/**
 * Reads AWSTOE's `console.log` from S3, if the environment keeps its logs there. The outputs of the step name the bucket and a prefix. The
 * folder below the prefix has a name that AWSTOE chooses, so the file is searched for.
 */
export async function logFromS3(
  { s3 }: Connection,
  outputs: string | undefined,
  missing: string[],
): Promise<readonly TimedLine[]> {
  const [, bucket, prefix = ""] = outputs?.match(/s3:\/\/([^/\s"\\]+)\/([^\s"\\]*)/) ?? [];
  if (bucket === undefined) return [];
  try {
    const { Contents: objects = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    const log = objects.findLast(({ Key: key }) => key?.endsWith("/console.log"));
    if (log === undefined) {
      missing.push(`s3://${bucket}/${prefix} holds no console.log`);
      return [];
    }
    const { Body: body } = await s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: log.Key, Range: `bytes=-${mostBytes}` }),
    );
    const read = logReader();
    const text = await body?.transformToString();
    return (text?.split("\n") ?? []).flatMap((line) => read(line).map((each) => ({ ...each, time: 0 })));
  } catch (error) {
    if (troubleOf(error) === undefined) throw error;
    missing.push(`s3://${bucket} could not be read (${error instanceof Error ? error.name : ""})`);
    return [];
  }
}
