import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharing, sharingChannels } from "./example";

const consumerText = (marker: string) =>
  consumerWith({ consumer: `  ${marker}channels: { promoters: [arn:aws:iam::123456789012:role/release] }\n` });

export const channelsEmpty: ProjectRule = {
  code: "channels-empty",
  refusedBy: "AWS",
  summary: "A consumer allows channels to be written, but no environment that it receives from has channels.",
  source: "IAM User Guide, JSON policy elements: Resource: a policy names at least one",
  fail: [both(sharing, consumerText("▸"))],
  pass: [both(sharingChannels, consumerText(""))],
  project({ consumers, expectations }, report) {
    for (const consuming of consumers) {
      const builders = expectations.filter((each) => each.consuming === consuming).map(({ builder }) => builder);
      const [first] = builders;
      if (consuming.consumer.channels === undefined || first === undefined) continue;
      if (builders.some(({ value }) => value.channels.length > 0)) continue;
      report(
        { source: consuming.source, key: ["consumer", "channels"] },
        `no environment that "${consuming.name}" receives from has channels`,
        `add channels: [stable] to ${first.source.file}, or remove this`,
      );
    }
  },
};
