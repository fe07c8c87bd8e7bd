import { arnName } from "../../aws/resource-name";
import { type Image, regionsOf } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import { listOf, nearest } from "../../problems/suggest";
import type { Built } from "../../factory/built";
import { OperationError } from "../operation-error";

/** Where a channel of an image is kept in one region. */
export interface ChannelPlace {
  readonly region: string;
  /**
   * Parameter of the channel's own: it holds the AMI id, and its versions are the channel's history, for labels have none.
   */
  readonly own: string;
  /** Parameters of the image in the environment's own account that get the channel as a label. Those of other accounts are out of reach. */
  readonly labelled: readonly string[];
}

/** The places of a channel of an image, an entry for each region that receives its AMI; the environment's own comes first. */
export function channelPlaces(
  { environment, place }: ImageFactory,
  image: Image,
  channel: string,
): readonly ChannelPlace[] {
  const own = `/golden-images/${environment}/${arnName(image.name)}/${channel}`;
  const home = (region: string): number => (region === place.region ? 0 : 1);
  return regionsOf(image, place.region)
    .map(({ region, ssmParameters }) => ({
      region,
      own,
      labelled: ssmParameters
        .filter(({ account }) => account === undefined || account === place.account)
        .map(({ name }) => name),
    }))
    .sort((a, b) => home(a.region) - home(b.region));
}

/** @throws OperationError where the environment has no such channel */
export function requireChannel({ channels, environment }: ImageFactory, channel: string): void {
  if (channels.includes(channel)) return;
  if (channels.length === 0)
    throw new OperationError(
      `environment "${environment}" has no channels; write channels: [${channel}] into environments/${environment}.yaml`,
    );
  const near = nearest(channel, channels);
  throw new OperationError(
    `environment "${environment}" has no channel "${channel}"; ${near === undefined ? `it has ${listOf(channels)}` : `did you mean "${near}"?`}`,
  );
}

/** @throws OperationError for a container: channels point at AMIs */
export function requireImage(built: Built): Image {
  if ("repository" in built)
    throw new OperationError(
      `"${built.name}" is a container, but channels point at AMIs; use tags in its repository instead`,
    );
  return built;
}
