import type { Built } from "../../factory/built";
import { channelsByAmi } from "../../operations/channels/channels-by-ami";
import { imageReport, type ReportedBuild } from "../../operations/images/image-report";
import { showsColour } from "../screen";
import { imagesText } from "./images-text";
import type { Operated } from "./operate";

export interface ImagesArguments {
  readonly images: readonly Built[];
  readonly format: "text" | "json";
  readonly limit: number;
}

/** Shows the builds of images. @returns exit code 0 */
export async function runImages(
  { connection, factory, environment }: Operated,
  { images: chosen, format, limit }: ImagesArguments,
  output: NodeJS.WriteStream,
): Promise<number> {
  const reports = new Map<string, readonly ReportedBuild[]>();
  for (const built of chosen) {
    const channelsOf = await channelsByAmi(connection, factory, built);
    reports.set(built.name, await imageReport(connection, built, { limit, now: Date.now(), channelsOf }));
  }
  if (format === "text") output.write(imagesText(reports, showsColour(output)));
  else {
    const images = Object.fromEntries(reports);
    output.write(`${JSON.stringify({ version: 1, environment, images }, undefined, 2)}\n`);
  }
  return 0;
}
