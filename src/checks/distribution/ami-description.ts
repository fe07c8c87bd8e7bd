import { maxAmiDescription } from "../../aws/ami-name";
import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";

const described = (description: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        description: ${description}\n`);

export const amiDescription: ProjectRule = {
  code: "ami-description",
  severity: "error",
  refusedBy: "build",
  summary:
    "The description of an AMI holds characters beyond ASCII, or is longer than 255 characters. EC2 refuses it when the AMI is made, after the build.",
  source:
    "pull requests 1546 of metadist/synaplan and 56 of wendylabsinc/WendyOS-Builder: EC2 rejects such a description of an AMI; EC2's service model, ImageDescriptionRequest: up to 255",
  fail: [described("▸Base – patched"), described("▸Für alle"), described(`▸${"a".repeat(maxAmiDescription + 1)}`)],
  pass: [described("Base - patched"), described("'~ ! \"quoted\" ${x}'"), described("a".repeat(maxAmiDescription))],
  eachEnvironment({ targets }, report) {
    for (const { target, path } of targets) {
      const { description = "" } = target;
      const at = [...path, "description"];
      const odd = /[^\n\r\t -~]/u.exec(description)?.[0];
      if (odd !== undefined) {
        const message = `the description of the AMI holds "${odd}", and EC2 takes ASCII alone`;
        report(at, message, "write letters, digits and signs of ASCII");
      } else if (description.length > maxAmiDescription) {
        const message = `the description of the AMI has ${description.length} characters, and EC2 takes up to ${maxAmiDescription}`;
        report(at, message, "write a shorter one");
      }
    }
  },
};
