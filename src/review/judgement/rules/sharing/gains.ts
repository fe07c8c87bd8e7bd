import type { Change } from "../../../plan/plan";
import { consumersOf } from "../../../story/consumers";

export const type = "aws_imagebuilder_distribution_configuration";

/** Attributes of a distribution configuration that shares images, for examples. */
export const example = (userIds: readonly string[], groups: readonly string[] = []) => ({
  distribution: [
    {
      region: "eu-central-1",
      ami_distribution_configuration: [{ launch_permission: [{ user_ids: userIds, user_groups: groups }] }],
    },
  ],
});

/** Returns the accounts, organizations and organizational units that gain access to images or copies, by region. */
export function gainsOf({ before, after }: Change) {
  const old = new Map(consumersOf(before).map((consumer) => [consumer.region, consumer]));
  return consumersOf(after).flatMap(({ region, launch, copies }) => {
    const was = old.get(region);
    return [
      ...launch.filter((who) => !was?.launch.includes(who)).map((who) => ({ who, region, copy: false })),
      ...copies.filter((who) => !was?.copies.includes(who)).map((who) => ({ who, region, copy: true })),
    ];
  });
}
