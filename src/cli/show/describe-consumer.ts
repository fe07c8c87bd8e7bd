import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { consumerStack, launchTemplateName } from "../../factory/resolve-consumer";

/** What an environment receives, and from where; undefined where it receives nothing. */
export function describeConsumer(
  name: string,
  { account, region, consumer }: EnvironmentDefinition,
): string | undefined {
  if (consumer === undefined) return undefined;
  const received = Object.entries(consumer.from).flatMap(([builder, { images }]) =>
    Object.entries(images).map(([image, { launchTemplate }]) => {
      const template =
        launchTemplate === undefined
          ? ""
          : `, into launch template ${launchTemplate.name ?? launchTemplateName(image)}`;
      return `  receives image ${image} from ${builder}${template}`;
    }),
  );
  return `${[`${consumerStack(name)}: account ${account}, ${region}`, ...received].join("\n")}\n`;
}
