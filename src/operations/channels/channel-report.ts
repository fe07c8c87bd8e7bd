import type { Image } from "../../factory/built";
import type { ChannelConsumer } from "../../factory/channel-consumers";
import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import { findBuilds } from "../images/find-builds";
import { type ChannelPlace, channelPlaces, connectionAt, unreachable } from "./channel-place";
import { fullWarning, historiesOf, parameterHistory, type ParameterVersion } from "./parameter-history";

/** The build at which one channel of one image points, for each region and account. */
export interface ReportedChannel {
  readonly image: string;
  readonly channel: string;
  readonly regions: readonly {
    readonly region: string;
    /** Account id, if it is not that of the environment. */
    readonly account?: string;
    /** Id of the AMI at which the channel points; undefined if nothing was promoted yet. */
    readonly ami?: string;
    /** Version and build, e.g. `1.0.3/2`; undefined if the build no longer exists. */
    readonly version?: string;
    /** Time of the last promotion, ISO 8601. */
    readonly since?: string;
    /** ARN of the identity that promoted. */
    readonly by?: string;
    /** Image ids for launch templates that follow the channel, e.g. `resolve:ssm:/…`. */
    readonly resolve: readonly string[];
    /** Parameters whose label is missing or on another AMI. */
    readonly astray: readonly string[];
  }[];
  readonly warnings: readonly string[];
}

/** Reports all channels of an image. Warnings name accounts that cannot be read, and labels that will block builds. */
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
  const historiesIn = historiesOf(connection);
  const warned = new Set<string>();
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
        const history = await historiesIn(region)(parameter);
        const warning = fullWarning(parameter, region, history);
        if (warning !== undefined && !warned.has(warning)) {
          warnings.push(warning);
          warned.add(warning);
        }
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
