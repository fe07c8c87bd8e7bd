import { type Fields, text } from "../../fields";
import type { Build } from "../build";
import type { LogEvent } from "../world";
import type { ComponentRun } from "./run-components";

/** Where AWSTOE keeps its files where they do not go to S3. Source: Image Builder User Guide, "Use component documents". */
const onInstance = "/var/lib/amazon/toe";

/**
 * Copies AWSTOE's files to S3, where the infrastructure says so; answers where they are.
 *
 * Sources: User Guide, "Use component documents", for the files and the name of their folder; "Troubleshoot Image Builder" for the place. That a file of
 * details calls what it holds `documents`, `phases` and `steps`, each with `name`, `status` and `failureMessage`, is assumed.
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

/** A file has the time in front, and the level; what follows in the same event has not. */
function consoleLine({ timestamp, message }: LogEvent): string {
  return `${new Date(timestamp).toISOString().slice(0, -1).replace("T", " ")} Info ${message}\n`;
}
