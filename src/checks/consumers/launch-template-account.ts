import { imageText } from "../../definitions/example-texts";
import type { ProjectRule } from "../project-rule";
import { sharing, sharingWith } from "./example";
import { reportUnreached } from "./reached-accounts";

const template = (account: string) => ({
  "environments/dev.yaml": sharingWith(`launchTemplates: [{ id: lt-0123456789abcdef0, account: ${account} }]`),
});

/** The account gets an image, but neither another one nor its copy in another region. */
const twoWays = (account: string) => ({
  "environments/dev.yaml": `${sharing}      - region: eu-west-1
        launchTemplates: [{ id: lt-0123456789abcdef0, account: ${account} }]
  web:
    schedule: manual
    distribute:
      - region: us-east-1
        launchTemplates: [{ id: lt-0123456789abcdef1, account: ${account} }]
`,
});

export const launchTemplateAccount: ProjectRule = {
  code: "launch-template-account",
  severity: "warning",
  summary: "A launch template would get an AMI that its account neither receives as a copy nor may launch.",
  source: "EC2 User Guide, sharing an AMI: accounts without launch permission cannot launch it",
  fail: [template('▸"444455556666"'), { ...twoWays('▸"111122223333"'), "images/web.yaml": imageText() }],
  pass: [template('"111122223333"'), template('"123456789012"')],
  eachTarget(target, report) {
    reportUnreached("launchTemplates", target, report);
  },
};
