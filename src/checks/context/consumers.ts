import type { Consumer } from "../../definitions/schema/consumer";
import { deliveriesTo, type Delivery } from "../../factory/delivery";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "./environments";

/** An environment that receives images. */
export interface ConsumerEnvironment extends Environment {
  readonly consumer: Consumer;
}

/** One image that an environment expects of another, both of which exist. */
export interface Expectation {
  readonly consuming: ConsumerEnvironment;
  readonly builder: Environment;
  readonly image: string;
  readonly consumed: Consumer["from"][string]["images"][string];
  /** Where the one that expects it says so. */
  readonly path: YamlPath;
  /** How the image comes into the account, in its region. */
  readonly deliveries: readonly Delivery[];
}

/** The environments that receive images. */
export function consumersIn(environments: readonly Environment[]): ConsumerEnvironment[] {
  return environments.flatMap((each) =>
    each.value.consumer === undefined ? [] : [{ ...each, consumer: each.value.consumer }],
  );
}

/** What consumers expect, as far as the environment that they name could be read and is in another account. */
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
