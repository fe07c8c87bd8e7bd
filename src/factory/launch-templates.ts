import { withoutSpaces } from "../aws/resource-name";
import type { Definitions } from "../definitions/definitions";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import { shortDigest } from "../versions/digest";
import { channelParameter, prefixed } from "./channel-parameter";
import { deliveriesTo } from "./delivery";
import type { LaunchTemplate } from "./image-consumer";
import { namesOf } from "./names";
import { placeOf } from "./place";

/** Returns the launch templates that a consumer defines. */
export function createdTemplates(
  consuming: EnvironmentDefinition,
  environments: Definitions["environments"],
): LaunchTemplate[] {
  const place = placeOf(consuming);
  const names = namesOf(consuming);
  return Object.entries(consuming.consumer?.from ?? {}).flatMap(([environment, { images }]) => {
    const builder = environments.get(environment);
    const deliveries = builder === undefined ? [] : deliveriesTo(place.account, builder);
    return Object.entries(images).flatMap(([image, { launchTemplate }]) => {
      if (launchTemplate === undefined) return [];
      const { name = names.launchTemplate(image), securityGroups = [], channel, ...settings } = launchTemplate;
      const named = deliveries
        .filter((delivery) => delivery.image === image && delivery.target.region === place.region)
        .flatMap((delivery) => delivery.launchTemplates);
      return [
        {
          ...settings,
          id: launchTemplateId(environment, image),
          name,
          securityGroups,
          parameter:
            channel === undefined ? undefined : channelParameter(environment, prefixed(builder, image), channel),
          updateDefault: named.every(({ setDefault }) => setDefault),
        },
      ];
    });
  });
}

/** Returns a unique id for a pair. A digest is added if the id has several underscores, because the parts would then be ambiguous. */
function launchTemplateId(environment: string, image: string): string {
  const id = withoutSpaces(`${environment}_${image}`);
  if (id.indexOf("_") === id.lastIndexOf("_")) return id;
  return `${id}_${shortDigest(`${environment}/${image}`)}`;
}
