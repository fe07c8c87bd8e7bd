import { arnName } from "../aws/resource-name";
import type { EnvironmentDefinition } from "../definitions/schema/environment";

/**
 * Returns the name of the SSM parameter with the AMI of a channel. The name is the same in every account and region.
 *
 * @param environment name of the environment that builds the image
 * @param image name with the `namePrefix` of that environment, so that another project can have an image of the same name
 */
export function channelParameter(environment: string, image: string, channel: string): string {
  return `/golden-images/${environment}/${arnName(image)}/${channel}`;
}

/** Returns an image name with the prefix of its environment. @param builder the environment that builds it; undefined if it is not defined */
export function prefixed(builder: Pick<EnvironmentDefinition, "namePrefix"> | undefined, image: string): string {
  return `${builder?.namePrefix ?? ""}${image}`;
}
