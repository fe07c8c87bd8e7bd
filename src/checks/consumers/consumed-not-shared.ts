import type { ProjectRule } from "../project-rule";
import { both, consumerText, consumerWith, copying, sharing } from "./example";

export const consumedNotShared: ProjectRule = {
  code: "consumed-not-shared",
  refusedBy: "build",
  summary: "A consumer expects an image that is neither shared with its account in its region nor copied to it.",
  source: "API fields AmiDistributionConfiguration.launchPermission and targetAccountIds, by region",
  fail: [both(sharing, consumerWith({ region: "eu-west-1", image: "▸base: {}" }))],
  pass: [both(sharing, consumerText), both(copying, consumerText)],
  eachExpectation({ consuming, builder, image, deliveries, path }, report) {
    const { account, region } = consuming.value;
    if (builder.value.images[image] === undefined) return;
    if (deliveries.some(({ copied, shared }) => copied || shared !== "no")) return;
    const share = `share: { accounts: ["${account}"] } or copyTo`;
    const [does, fix] =
      deliveries.length > 0
        ? [`share "${image}" with "${account}" in "${region}"`, `add ${share} to that region of "${image}"`]
        : [`distribute "${image}" to "${region}"`, `add region: ${region} with ${share} to distribute of "${image}"`];
    const message = `environment "${builder.name}" does not ${does}`;
    report({ key: path }, message, `${fix} in ${builder.source.file}`);
  },
};
