import type { Place } from "../../aws/place";
import { type Built, type Image, regionsOf } from "../../factory/built";
import type { ChannelConsumer } from "../../factory/channel-consumers";
import { channelParameter } from "../../factory/channel-parameter";
import type { ImageFactory } from "../../factory/image-factory";
import { stackName } from "../../factory/stack-name";
import { UserError } from "../../files/user-error";
import { listOf, nearest } from "../../problems/suggest";
import type { Connection } from "../aws/connection";
import { saidBy, troubleOf } from "../aws/trouble";

/** The SSM parameters of one image's channel in one region of one account. */
export interface ChannelPlace {
  readonly region: string;
  /** The channel's own parameter. It holds the AMI id; its versions are the history of the channel, because labels have no history. */
  readonly own: string;
  /** The receiving account; undefined if this is the account of the environment that builds the image. */
  readonly consumer?: ChannelConsumer;
  /** Parameters of the image in the environment's own account that get the channel as a label. Parameters in other accounts are out of reach. */
  readonly labelled: readonly string[];
}

/**
 * Returns the places of an image's channel: one for each region in which the environment's account receives the AMI, its own region first, and then
 * one for each other account that allows promotion.
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
 * Returns the regions in which the environment's own account receives the AMI. If a region names accounts to copy to, only they receive the AMI, except in
 * the region where the image is built. Source: Image Builder API Reference, AmiDistributionConfiguration.targetAccountIds.
 */
export function ownTargets(image: Image, { region: home }: Place): ReturnType<typeof regionsOf> {
  return regionsOf(image, home).filter(({ region, copyToAccounts }) => region === home || copyToAccounts.length === 0);
}

/** Returns the map key of a place: its region, followed by its account if that is another one. */
export function placeKey({ region, consumer }: Pick<ChannelPlace, "region" | "consumer">): string {
  return consumer === undefined ? region : `${region} of account ${consumer.place.account}`;
}

/** Checks that the environment has channels. @param example channels for the advice @throws UserError if it has none */
export function requireChannels({ channels, environment }: ImageFactory, example = "candidate, stable"): void {
  if (channels.length > 0) return;
  throw new UserError(
    `environment "${environment}" has no channels; write channels: [${example}] into environments/${environment}.yaml`,
  );
}

/** Checks that the environment has a channel. @throws UserError if it does not */
export function requireChannel(factory: ImageFactory, channel: string): void {
  const { channels, environment } = factory;
  requireChannels(factory, channel);
  if (channels.includes(channel)) return;
  const near = nearest(channel, channels);
  throw new UserError(
    `environment "${environment}" has no channel "${channel}"; ${near === undefined ? `it has ${listOf(channels)}` : `did you mean "${near}"?`}`,
  );
}

/** Checks that an image, not a container, was named. @throws UserError for a container, because channels point at AMIs */
export function requireImage(built: Built): Image {
  if ("repository" in built)
    throw new UserError(
      `"${built.name}" is a container, but channels point at AMIs; use tags in its repository instead`,
    );
  return built;
}

/** Returns the connection with which to read and write a place: for another account, the one that assumes its role. */
export function connectionAt(connection: Connection, { consumer }: ChannelPlace): Connection {
  return consumer === undefined ? connection : connection.as(consumer.role, consumer.place);
}

/** Explains that the channel of another account cannot be read or written. Returns undefined if the error has another reason. */
export function unreachable({ consumer }: ChannelPlace, error: unknown): string | undefined {
  const trouble = troubleOf(error);
  if (consumer === undefined || (trouble !== "denied" && trouble !== "credentials")) return undefined;
  const said = error instanceof Error ? saidBy(error) : "";
  return `channels cannot be read or written as ${consumer.role} (${said}); deploy the stack ${stackName(consumer.environment, "consumer")}, and see that consumer.channels.promoters in environments/${consumer.environment}.yaml names the role that runs this`;
}
