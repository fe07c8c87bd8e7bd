import type { Place } from "../../aws/place";
import { type Built, type Image, regionsOf } from "../../factory/built";
import type { ChannelConsumer } from "../../factory/channel-consumers";
import { channelParameter } from "../../factory/channel-parameter";
import type { ImageFactory } from "../../factory/image-factory";
import { consumerStack } from "../../factory/resolve-consumer";
import { UserError } from "../../files/user-error";
import { listOf, nearest } from "../../problems/suggest";
import type { Connection } from "../aws/connection";
import { saidBy, troubleOf } from "../aws/trouble";

/** Where a channel of an image is kept in one region. */
export interface ChannelPlace {
  readonly region: string;
  /**
   * Parameter of the channel's own: it holds the AMI id, and its versions are the channel's history, for labels have none.
   */
  readonly own: string;
  /** Absent in the account of the environment that builds. */
  readonly consumer?: ChannelConsumer;
  /** Parameters of the image in the environment's own account that get the channel as a label. Those of other accounts are out of reach. */
  readonly labelled: readonly string[];
}

/**
 * The places of a channel of an image, an entry for each region that receives its AMI, the environment's own first, and then one for each other account
 * that lets the channel be written.
 */
export function channelPlaces(
  { environment, place, names }: ImageFactory,
  image: Image,
  channel: string,
  consumers: readonly ChannelConsumer[] = [],
): readonly ChannelPlace[] {
  const own = channelParameter(environment, names.ami(image.name), channel);
  const home = (region: string): number => (region === place.region ? 0 : 1);
  const here = ownTargets(image, place)
    .map(({ region, ssmParameters }) => ({
      region,
      own,
      labelled: ssmParameters
        .filter(({ account }) => account === undefined || account === place.account)
        .map(({ name }) => name),
    }))
    .sort((a, b) => home(a.region) - home(b.region));
  const there = consumers
    .filter((consumer) => consumer.place.account !== place.account)
    .map((consumer) => ({ region: consumer.place.region, own, consumer, labelled: [] }));
  return [...here, ...there];
}

/**
 * The regions in which the environment's own account gets an AMI. A region that names accounts to copy to gives the AMI to them alone, unless the image is
 * built there. Source: Image Builder API Reference, AmiDistributionConfiguration.targetAccountIds.
 */
export function ownTargets(image: Image, { region: home }: Place): ReturnType<typeof regionsOf> {
  return regionsOf(image, home).filter(({ region, copyToAccounts }) => region === home || copyToAccounts.length === 0);
}

/** Names a place in a map: by its region, and its account where that is another one. */
export function placeKey({ region, consumer }: Pick<ChannelPlace, "region" | "consumer">): string {
  return consumer === undefined ? region : `${region} of account ${consumer.place.account}`;
}

/** @throws UserError where the environment has no such channel */
export function requireChannel({ channels, environment }: ImageFactory, channel: string): void {
  if (channels.includes(channel)) return;
  if (channels.length === 0)
    throw new UserError(
      `environment "${environment}" has no channels; write channels: [${channel}] into environments/${environment}.yaml`,
    );
  const near = nearest(channel, channels);
  throw new UserError(
    `environment "${environment}" has no channel "${channel}"; ${near === undefined ? `it has ${listOf(channels)}` : `did you mean "${near}"?`}`,
  );
}

/** @throws UserError for a container: channels point at AMIs */
export function requireImage(built: Built): Image {
  if ("repository" in built)
    throw new UserError(
      `"${built.name}" is a container, but channels point at AMIs; use tags in its repository instead`,
    );
  return built;
}

/** As whom a place is read and written. */
export function connectionAt(connection: Connection, { consumer }: ChannelPlace): Connection {
  return consumer === undefined ? connection : connection.as(consumer.role, consumer.place);
}

/** That another account lets nobody write the channel, in words; undefined where something else is wrong. */
export function unreachable({ consumer }: ChannelPlace, error: unknown): string | undefined {
  const trouble = troubleOf(error);
  if (consumer === undefined || (trouble !== "denied" && trouble !== "credentials")) return undefined;
  const said = error instanceof Error ? saidBy(error) : "";
  return `channels cannot be read or written as ${consumer.role} (${said}); deploy the stack ${consumerStack(consumer.environment)}, and see that consumer.channels.promoters in environments/${consumer.environment}.yaml names the role that runs this`;
}
