import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharingWith } from "./example";

const setting = sharingWith('launchTemplates: [{ id: lt-0123456789abcdef0, account: "111122223333" }]');

export const launchTemplateUnowned: ProjectRule = {
  code: "launch-template-unowned",
  severity: "warning",
  summary: "An image sets a launch template in an account that does not create it.",
  source: "API field LaunchTemplateConfiguration.accountId; Image Builder User Guide, cross-account AMI distribution",
  fail: [both(setting, consumerWith({ image: "▸base: {}" }))],
  pass: [both(setting, consumerWith({ image: "base:\n          launchTemplate: {}" }))],
  eachExpectation({ consuming, builder, image, consumed, deliveries, path }, report) {
    const isSet = deliveries.some(({ launchTemplates }) => launchTemplates.length > 0);
    if (!isSet || consumed.launchTemplate !== undefined) return;
    const message = `environment "${builder.name}" sets a launch template of "${consuming.value.account}" with "${image}", and none is created here`;
    const fix = "add launchTemplate: {}, or make sure that the template is tagged CreatedBy: EC2 Image Builder";
    report({ key: path }, message, fix);
  },
};
