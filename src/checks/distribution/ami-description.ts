import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";

const described = (description: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        description: ${description}\n`);

export const amiDescription: ProjectRule = {
  code: "ami-description",
  severity: "error",
  refusedBy: "build",
  summary:
    "The description of an AMI holds characters beyond ASCII. EC2 refuses them when the AMI is made, after the build.",
  source:
    "pull requests 1546 of metadist/synaplan and 56 of wendylabsinc/WendyOS-Builder: EC2 rejects such a description of an AMI",
  fail: [described("▸Base – patched"), described("▸Für alle")],
  pass: [described("Base - patched"), described("'~ ! \"quoted\" ${x}'")],
  eachEnvironment({ targets }, report) {
    for (const { target, path } of targets) {
      const odd = /[^\n\r\t -~]/u.exec(target.description ?? "")?.[0];
      if (odd === undefined) continue;
      const message = `the description of the AMI holds "${odd}", and EC2 takes ASCII alone`;
      report([...path, "description"], message, "write letters, digits and signs of ASCII");
    }
  },
};
