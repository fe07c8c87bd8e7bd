import type { Place } from "../aws/place";
import type { Definitions } from "../definitions/definitions";
import { namesOf } from "./names";
import { placeOf } from "./place";

/** A consumer of an image that lets `promote` and `rollback` write the channels of the image in its account and region. */
export interface ChannelConsumer {
  /** Name of the consuming environment. */
  readonly environment: string;
  readonly place: Place;
  /** ARN of the role that is allowed to write there. */
  readonly role: string;
}

/** Returns the consumers of an image that allow writes to its channels. @param builder name of the environment that builds the image */
export function channelConsumers(
  builder: string,
  image: string,
  environments: Definitions["environments"],
): ChannelConsumer[] {
  return [...environments].flatMap(([name, environment]) => {
    const { consumer } = environment;
    const source = new Map(Object.entries(consumer?.from ?? {})).get(builder);
    if (consumer?.channels === undefined || source === undefined || !Object.hasOwn(source.images, image)) return [];
    const place = placeOf(environment);
    const role = `arn:${place.partition}:iam::${place.account}:role/${namesOf(environment).channelRole}`;
    return [{ environment: name, place, role }];
  });
}
