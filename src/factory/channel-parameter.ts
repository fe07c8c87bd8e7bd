import { arnName } from "../aws/resource-name";
import type { EnvironmentDefinition } from "../definitions/schema/environment";

/**
 * Name of the SSM parameter that holds the AMI of a channel, the same in every account and region.
 *
 * @param environment the one that builds the image
 * @param image its name after the `namePrefix` of that environment, so that another project may have one of the same name
 */
export function channelParameter(environment: string, image: string, channel: string): string {
  return `/golden-images/${environment}/${arnName(image)}/${channel}`;
}

/** @param builder the environment that builds it; absent where it is defined nowhere */
export function prefixed(builder: Pick<EnvironmentDefinition, "namePrefix"> | undefined, image: string): string {
  return `${builder?.namePrefix ?? ""}${image}`;
}
