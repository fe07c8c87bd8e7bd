import { writeOneOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharing, sharingChannels } from "./example";

const promoters = "  channels: { promoters: [arn:aws:iam::123456789012:role/release] }\n";
const following = (channel: string) =>
  consumerWith({ consumer: promoters, image: `base:\n          launchTemplate: { channel: ${channel} }` });

export const channelUnknown: ProjectRule = {
  code: "channel-unknown",
  refusedBy: "build",
  summary: "A consumer follows a channel that the environment which builds the image does not have.",
  source: "docs/channels.md; EC2 User Guide, Systems Manager parameters in launch templates",
  fail: [both(sharingChannels, following("▸stabel")), both(sharing, following("▸stable"))],
  pass: [both(sharingChannels, following("stable"))],
  eachExpectation({ builder, consumed, path }, report) {
    const channel = consumed.launchTemplate?.channel;
    const { channels } = builder.value;
    if (channel === undefined || channels.includes(channel)) return;
    const add = `add channels: [${channel}] to ${builder.source.file}`;
    const fix = channels.length === 0 ? add : writeOneOf(channel, channels);
    report([...path, "launchTemplate", "channel"], `environment "${builder.name}" has no channel "${channel}"`, fix);
  },
};
