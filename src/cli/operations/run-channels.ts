import { createColors } from "picocolors";

import { builtIn } from "../../factory/built";
import { channelConsumers } from "../../factory/channel-consumers";
import { channelReport, type ReportedChannel } from "../../operations/channels/channel-report";
import { showsColour } from "../screen";
import { when } from "./images-text";
import type { Operated } from "./operate";

/** Shows the builds at which the channels point. @returns exit code 0 */
export async function runChannels(
  { connection, factory, environment, project }: Operated,
  format: "text" | "json",
  output: NodeJS.WriteStream,
): Promise<number> {
  const reports: ReportedChannel[] = [];
  for (const built of builtIn(factory)) {
    if ("repository" in built) continue;
    const consumers = channelConsumers(environment, built.name, project.definitions.environments);
    reports.push(...(await channelReport(connection, factory, built, consumers)));
  }
  output.write(
    format === "json"
      ? `${JSON.stringify({ version: 1, environment, channels: reports }, undefined, 2)}\n`
      : channelsText(reports, showsColour(output)),
  );
  return 0;
}

/** Describes channels, one paragraph for each channel of each image. */
function channelsText(reports: readonly ReportedChannel[], colour: boolean): string {
  const pc = createColors(colour);
  const lines = reports.flatMap(({ image, channel, regions, warnings }) => [
    `${pc.bold(image)} ${channel}`,
    ...regions.flatMap(({ region, account, ami, version, since, by, resolve, astray }) =>
      ami === undefined
        ? [`  ${where(region, account)}  nothing was promoted yet`]
        : [
            `  ${where(region, account)}  ${version ?? "(build no longer exists)"}  ${ami}`,
            ...(since === undefined
              ? []
              : [`    since ${when(since)}${by === undefined ? "" : `, by ${by.split(":").at(-1) ?? by}`}`]),
            ...resolve.map((each) => `    ${each}`),
            ...astray.map(
              (parameter) => `    ${pc.yellow("!")} the label on ${parameter} points elsewhere: promote again`,
            ),
          ],
    ),
    ...warnings.map((warning) => `  ${pc.yellow("!")} ${warning}`),
    "",
  ]);
  return lines.join("\n");
}

function where(region: string, account: string | undefined): string {
  return account === undefined ? region : `${region} of account ${account}`;
}
