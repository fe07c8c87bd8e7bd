import type { ProjectRule } from "../project-rule";
import { both, copying, receiving, receivingWith, sharing } from "./example";

export const consumedNotShared: ProjectRule = {
  code: "consumed-not-shared",
  refusedBy: "build",
  summary: "A consumer expects an image that is neither shared with its account in its region nor copied to it.",
  source: "API fields AmiDistributionConfiguration.launchPermission and targetAccountIds, by region",
  fail: [both(sharing, receivingWith({ region: "eu-west-1", image: "▸base: {}" }))],
  pass: [both(sharing, receiving), both(copying, receiving)],
  project({ expectations }, report) {
    for (const { consuming, builder, image, deliveries } of expectations) {
      const { account, region } = consuming.value;
      if (builder.value.images[image] === undefined) continue;
      if (deliveries.some(({ copied, shared }) => copied || shared !== "no")) continue;
      const share = `share: { accounts: ["${account}"] } or copyTo`;
      const [does, fix] =
        deliveries.length > 0
          ? [`share "${image}" with "${account}" in "${region}"`, `add ${share} to that region of "${image}"`]
          : [`distribute "${image}" to "${region}"`, `add region: ${region} with ${share} to distribute of "${image}"`];
      report(
        { source: consuming.source, key: ["consumer", "from", builder.name, "images", image] },
        `environment "${builder.name}" does not ${does}`,
        `${fix} in ${builder.source.file}`,
      );
    }
  },
};
