import { type Fields, text } from "../../fields";
import type { Build } from "../build";
import type { LogEvent } from "../world";
import type { ComponentRun } from "./run-components";

/** Folder of AWSTOE's files on an instance without S3 logs. Source: Image Builder User Guide, "Use component documents". */
const onInstance = "/var/lib/amazon/toe";

/**
 * Copies the files of AWSTOE to S3 if the infrastructure configuration has a bucket. Returns their location.
 *
 * Sources: User Guide, "Use component documents", for the files and the name of their folder; "Troubleshoot Image Builder" for the place.
 * The names `documents`, `phases` and `steps` in the file of details, each with `name`, `status` and `failureMessage`, are an assumption.
 */
export async function copyToeFiles(
  build: Build,
  step: string,
  run: ComponentRun,
  lines: readonly LogEvent[],
): Promise<string> {
  const { infrastructure, log, image, site } = build;
  const logging = (infrastructure.logging as Fields | undefined)?.s3Logs as Fields | undefined;
  if (logging === undefined) return onInstance;
  const bucket = text(logging, "s3BucketName");
  const prefix = text(logging, "s3KeyPrefix");
  const place = `${prefix === "" ? "" : `${prefix}/`}${image.name}/${log.stream}/${step}`;
  const time = site.now().toISOString();
  const folder = `${place}/TOE_${time.slice(0, 10)}_${time.slice(11, 19).replaceAll(":", "-")}_UTC-0_${run.executionId}`;
  const status = run.failure === undefined ? "success" : "failed";
  const { region } = site.place;
  const put = async (name: string, content: string): Promise<void> =>
    site.world.putObject(region, bucket, `${folder}/${name}`, content);
  await put("console.log", lines.map(consoleLine).join(""));
  await put(
    "detailedoutput.json",
    JSON.stringify({ executionId: run.executionId, status, documents: run.documents }, undefined, 2),
  );
  return `s3://${bucket}/${place}`;
}

/** Returns a log line for a file, with time and level in front. Only the first line of an event has them. */
function consoleLine({ timestamp, message }: LogEvent): string {
  return `${new Date(timestamp).toISOString().slice(0, -1).replace("T", " ")} Info ${message}\n`;
}
