import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharing, sharingChannels, sharingWith } from "./example";

const setting = sharingWith('launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]');

export const launchTemplateUnset: ProjectRule = {
  code: "launch-template-unset",
  severity: "warning",
  summary: "A consumer creates a launch template that no build updates.",
  source: "API field LaunchTemplateConfiguration.accountId; Image Builder User Guide, cross-account AMI distribution",
  fail: [both(sharing, consumerWith({ image: "base:\n          ▸launchTemplate: {}" }))],
  pass: [
    both(setting, consumerWith({ image: "base:\n          launchTemplate: {}" })),
    both(
      sharingChannels,
      consumerWith({
        consumer: "  channels: { promoters: [arn:aws:iam::123456789012:role/release] }\n",
        image: "base:\n          launchTemplate: { channel: stable }",
      }),
    ),
  ],
  eachExpectation({ consuming, builder, image, consumed, deliveries, path }, report) {
    const isSet = deliveries.some(({ launchTemplates }) => launchTemplates.length > 0);
    const { launchTemplate } = consumed;
    if (isSet || launchTemplate === undefined || launchTemplate.channel !== undefined) return;
    if (deliveries.length === 0) return;
    const { account } = consuming.value;
    const message = `environment "${builder.name}" sets no launch template of "${account}" with "${image}"`;
    const fix = `deploy it, and add launchTemplates: [{ id: …, account: "${account}" }] with the id that Terraform prints to ${builder.source.file}`;
    report({ key: [...path, "launchTemplate"] }, message, fix);
  },
};
