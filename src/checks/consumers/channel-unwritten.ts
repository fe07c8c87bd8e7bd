import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharingChannels } from "./example";

const image = "base:\n          launchTemplate: { ▸channel: stable }";

export const channelUnwritten: ProjectRule = {
  code: "channel-unwritten",
  refusedBy: "build",
  summary:
    "A launch template follows a channel in an account in which nobody may write it, so nothing can be launched.",
  source: "docs/channels.md; EC2 User Guide, Systems Manager parameters in launch templates",
  fail: [both(sharingChannels, consumerWith({ image }))],
  pass: [
    both(
      sharingChannels,
      consumerWith({
        consumer: "  channels: { promoters: [arn:aws:iam::123456789012:role/release] }\n",
        image: image.replace("▸", ""),
      }),
    ),
  ],
  eachExpectation({ consuming, consumed, path }, report) {
    const channel = consumed.launchTemplate?.channel;
    if (channel === undefined || consuming.consumer.channels !== undefined) return;
    const message = `promote cannot write channel "${channel}" to account "${consuming.value.account}"`;
    const fix = "add channels: { promoters: […] } to consumer, with the roles that promote runs as";
    report({ key: [...path, "launchTemplate", "channel"] }, message, fix);
  },
};
