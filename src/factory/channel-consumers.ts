import type { Place } from "../aws/place";
import type { Definitions } from "../definitions/definitions";
import { namesOf } from "./names";
import { placeOf } from "./place";

/** An account and region that the channels of an image are written to, besides those of the environment that builds it. */
export interface ChannelConsumer {
  /** Name of the environment that receives. */
  readonly environment: string;
  readonly place: Place;
  /** ARN of the role that may write there. */
  readonly role: string;
}

/** Who receives an image, and lets its channels be written. */
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
