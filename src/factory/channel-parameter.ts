import { arnName } from "../aws/resource-name";

/**
 * Name of the SSM parameter that holds the AMI of a channel, the same in every account and region.
 *
 * @param environment the one that builds the image
 */
export function channelParameter(environment: string, image: string, channel: string): string {
  return `/golden-images/${environment}/${arnName(image)}/${channel}`;
}
