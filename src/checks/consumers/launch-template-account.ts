import type { ProjectRule } from "../project-rule";
import { sharingWith } from "./example";
import { reportUnreached } from "./reached-accounts";

const template = (account: string) => ({
  "environments/dev.yaml": sharingWith(`launchTemplates: [{ id: lt-0123456789abcdef0, account: ${account} }]`),
});

export const launchTemplateAccount: ProjectRule = {
  code: "launch-template-account",
  severity: "warning",
  summary: "A launch template would get an AMI that its account neither receives as a copy nor may launch.",
  source: "EC2 User Guide, sharing an AMI: accounts without launch permission cannot launch it",
  fail: [template('▸"444455556666"')],
  pass: [template('"111122223333"'), template('"123456789012"')],
  eachTarget(target, report) {
    reportUnreached("launchTemplates", target, report);
  },
};
