import { withEnvironment, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { settingsAt } from "./settings-at";

const inZone = (zone: string) => withSettings(`build:\n  placement:\n    availabilityZone: ${zone}\n`);
const createdIn = (subnet: string, instance: string) =>
  `network: { create: { availabilityZone: ${subnet} } }\nbuild:\n  placement: { availabilityZone: ${instance} }\n`;
const subnetIn = (subnet: string, instance: string) => withSettings(createdIn(subnet, instance));

export const zoneOfRegion: ProjectRule = {
  code: "zone-of-region",
  refusedBy: "build",
  summary: "An Availability Zone is not in the region of the environment, or not the zone of the subnet.",
  source: "EC2 User Guide, Regions and Zones",
  fail: [inZone("▸eu-west-1a"), subnetIn("us-east-1a", "▸us-east-1b"), subnetIn("▸eu-west-1a", "▸eu-west-1a")],
  pass: [
    inZone("us-east-1a"),
    inZone("us-east-1-bos-1a"),
    subnetIn("us-east-1b", "us-east-1b"),
    // No build is in the created subnet.
    withEnvironment({
      images: {
        base: "    build: { network: { subnet: subnet-0123456789abcdef0, securityGroups: [sg-0123456789abcdef0] } }\n",
      },
      more: createdIn("us-east-1a", "us-east-1b"),
    }),
  ],
  eachEnvironment(environment, report) {
    const { network, region } = environment.value;
    const isElsewhere = (zone: string) => !new RegExp(`^${region}([a-z]|-.+)$`).test(zone);
    const subnet = network?.create?.availabilityZone;
    const zones = [
      ...settingsAt(environment, "placement").map(({ path, setting, built }) => {
        const inOwnSubnet =
          built.length > 0 && built.every(({ infrastructure }) => infrastructure.subnet !== undefined);
        return { path, zone: setting.availabilityZone, zoneOfSubnet: inOwnSubnet ? undefined : subnet };
      }),
      { path: ["network", "create"], zone: subnet, zoneOfSubnet: subnet },
    ];
    for (const { path, zone, zoneOfSubnet } of zones) {
      const at = [...path, "availabilityZone"];
      if (zone === undefined) continue;
      if (isElsewhere(zone))
        report(at, `the zone "${zone}" is not in the region "${region}"`, `write a zone of ${region}, e.g. ${region}a`);
      else if (zoneOfSubnet !== undefined && zoneOfSubnet !== zone)
        report(
          at,
          `the instance is in the zone "${zone}", but its subnet in "${zoneOfSubnet}"`,
          `write ${zoneOfSubnet}`,
        );
    }
  },
};
