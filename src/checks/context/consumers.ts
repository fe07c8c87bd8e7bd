import type { Consumer } from "../../definitions/schema/consumer";
import { deliveriesTo, type Delivery } from "../../factory/delivery";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "./environments";

/** An environment that receives images. */
export interface ConsumerEnvironment extends Environment {
  readonly consumer: Consumer;
}

/** An image that a consumer environment expects from a building environment. Both environments exist. */
export interface Expectation {
  readonly consuming: ConsumerEnvironment;
  readonly builder: Environment;
  readonly image: string;
  readonly consumed: Consumer["from"][string]["images"][string];
  /** Path of the image in the consumer environment. */
  readonly path: YamlPath;
  /** Distributions that bring the image into the consumer's account and region. */
  readonly deliveries: readonly Delivery[];
}

/** Returns the environments that receive images. */
export function consumersIn(environments: readonly Environment[]): ConsumerEnvironment[] {
  return environments.flatMap((each) =>
    each.value.consumer === undefined ? [] : [{ ...each, consumer: each.value.consumer }],
  );
}

/** Returns the images that consumers expect, if the building environment could be read and is in another account. */
export function expectationsIn(
  consumers: readonly ConsumerEnvironment[],
  environments: readonly Environment[],
): Expectation[] {
  const byName = new Map(environments.map((each) => [each.name, each]));
  return consumers.flatMap((consuming) =>
    Object.entries(consuming.consumer.from).flatMap(([from, { images }]) => {
      const builder = byName.get(from);
      if (builder === undefined || builder.value.account === consuming.value.account) return [];
      return Object.entries(images).map(([image, consumed]) => ({
        consuming,
        builder,
        image,
        consumed,
        path: ["consumer", "from", from, "images", image],
        deliveries: deliveriesTo(consuming.value.account, builder.value).filter(
          (delivery) => delivery.image === image && delivery.target.region === consuming.value.region,
        ),
      }));
    }),
  );
}
