import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import { stackName } from "../../factory/stack-name";

/** Describes which images an environment receives, and from where. Returns undefined if it receives none. */
export function describeConsumer(name: string, environment: EnvironmentDefinition): string | undefined {
  const { account, region, consumer } = environment;
  if (consumer === undefined) return undefined;
  const names = namesOf(environment);
  const received = Object.entries(consumer.from).flatMap(([builder, { images }]) =>
    Object.entries(images).map(([image, { launchTemplate }]) => {
      const { name: given, channel } = launchTemplate ?? {};
      const template =
        launchTemplate === undefined
          ? ""
          : `, into launch template ${given ?? names.launchTemplate(image)}${channel === undefined ? "" : `, which follows channel ${channel}`}`;
      return `  receives image ${image} from ${builder}${template}`;
    }),
  );
  const channels = consumer.channels === undefined ? [] : [`  channels written as role ${names.channelRole}`];
  return `${[`${stackName(name, "consumer")}: account ${account}, ${region}`, ...received, ...channels].join("\n")}\n`;
}
