import type { Definition } from "../../definitions/read-definition";
import type { Consumer } from "../../definitions/schema/consumer";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { type Delivery, deliveriesTo } from "../../factory/delivery";
import type { YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";

/** An environment that could be read. */
export interface Named {
  readonly name: string;
  readonly source: YamlSource;
  readonly raw: unknown;
  readonly value: EnvironmentDefinition;
}

/** An environment that receives images. */
export interface Consuming extends Named {
  readonly consumer: Consumer;
}

/** One image that an environment expects of another, both of which exist. */
export interface Expectation {
  readonly consuming: Consuming;
  readonly builder: Named;
  readonly image: string;
  readonly consumed: Consumer["from"][string]["images"][string];
  /** How the image comes into the account, in its region. */
  readonly deliveries: readonly Delivery[];
}

/** The environments that could be read, in the order of their files. */
export function environmentsOf({ environments }: Project): Named[] {
  return [...environments].flatMap(([name, definition]) => named(name, definition));
}

/** Those of them that receive images. */
export function consumingIn(project: Project): Consuming[] {
  return environmentsOf(project).flatMap((each) =>
    each.value.consumer === undefined ? [] : [{ ...each, consumer: each.value.consumer }],
  );
}

/** What consumers expect, as far as the environment that they name could be read and is in another account. */
export function expectationsIn(project: Project): Expectation[] {
  return consumingIn(project).flatMap((consuming) =>
    Object.entries(consuming.consumer.from).flatMap(([from, { images }]) => {
      const definition = project.environments.get(from);
      const [builder] = definition === undefined ? [] : named(from, definition);
      if (builder === undefined || builder.value.account === consuming.value.account) return [];
      return Object.entries(images).map(([image, consumed]) => ({
        consuming,
        builder,
        image,
        consumed,
        deliveries: deliveriesTo(consuming.value.account, builder.value).filter(
          (delivery) => delivery.image === image && delivery.target.region === consuming.value.region,
        ),
      }));
    }),
  );
}

function named(name: string, { source, raw, value }: Definition<EnvironmentDefinition>): Named[] {
  return value === undefined ? [] : [{ name, source, raw, value }];
}
