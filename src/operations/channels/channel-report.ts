import type { Image } from "../../factory/built";
import type { ChannelConsumer } from "../../factory/channel-consumers";
import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import { findBuilds } from "../images/find-builds";
import { type ChannelPlace, channelPlaces, connectionAt, unreachable } from "./channel-place";
import { fullWarning, parameterHistory, type ParameterVersion } from "./parameter-history";

export interface ReportedChannel {
  readonly image: string;
  readonly channel: string;
  readonly regions: readonly {
    readonly region: string;
    /** Where it is another than that of the environment. */
    readonly account?: string;
    /** Absent where nothing was promoted yet. */
    readonly ami?: string;
    /** `1.0.3/2`; absent where the image is gone. */
    readonly version?: string;
    /** ISO 8601 */
    readonly since?: string;
    /** ARN of whoever promoted. */
    readonly by?: string;
    /** What launch templates write to follow it. */
    readonly resolve: readonly string[];
    /** Parameters on which the label is somewhere else, or missing. */
    readonly astray: readonly string[];
  }[];
  readonly warnings: readonly string[];
}

export async function channelReport(
  connection: Connection,
  factory: ImageFactory,
  image: Image,
  consumers: readonly ChannelConsumer[] = [],
): Promise<ReportedChannel[]> {
  const builds = await findBuilds(connection, image);
  const versions = new Map(
    builds.flatMap(({ version, build, amis }) => amis.map(({ id }) => [id, `${version}/${build}`])),
  );
  const reports: ReportedChannel[] = [];
  for (const channel of factory.channels) {
    const regions: ReportedChannel["regions"][number][] = [];
    const warnings: string[] = [];
    for (const place of channelPlaces(factory, image, channel, consumers)) {
      const { region, own, labelled, consumer } = place;
      const now = await pointsAt(connection, place).catch((error: unknown) => {
        const warning = unreachable(place, error);
        if (warning === undefined) throw error;
        warnings.push(warning);
        return undefined;
      });
      const astray: string[] = [];
      for (const parameter of labelled) {
        const history = await parameterHistory(connection, region, parameter);
        const warning = fullWarning(parameter, region, history);
        if (warning !== undefined) warnings.push(warning);
        const pointed = history.find(({ labels }) => labels.includes(channel))?.value;
        if (pointed !== now?.value) astray.push(parameter);
      }
      regions.push({
        region,
        account: consumer?.place.account,
        ami: now?.value,
        version: now && versions.get(now.value),
        since: now?.since === undefined ? undefined : new Date(now.since).toISOString(),
        by: now?.by,
        resolve: [`resolve:ssm:${own}`, ...labelled.map((parameter) => `resolve:ssm:${parameter}:${channel}`)],
        astray,
      });
    }
    reports.push({ image: image.name, channel, regions, warnings });
  }
  return reports;
}

async function pointsAt(connection: Connection, place: ChannelPlace): Promise<ParameterVersion | undefined> {
  return (await parameterHistory(connectionAt(connection, place), place.region, place.own)).at(-1);
}
