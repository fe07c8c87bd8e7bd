import { maxAmiDescription } from "../../aws/ami-name";
import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";

const described = (description: string) =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        description: ${description}\n`);

export const amiDescription: ProjectRule = {
  code: "ami-description",
  refusedBy: "build",
  summary:
    "The description of an AMI contains characters beyond ASCII, or is longer than 255 characters. EC2 refuses it when the AMI is created, after the build.",
  source:
    "pull requests 1546 of metadist/synaplan and 56 of wendylabsinc/WendyOS-Builder: EC2 rejects such a description of an AMI; EC2's service model, ImageDescriptionRequest: up to 255",
  fail: [described("▸Base – patched"), described("▸Für alle"), described(`▸${"a".repeat(maxAmiDescription + 1)}`)],
  pass: [described("Base - patched"), described("'~ ! \"quoted\" ${x}'"), described("a".repeat(maxAmiDescription))],
  eachTarget({ target, path }, report) {
    const { description = "" } = target;
    const at = [...path, "description"];
    const odd = /[^\n\r\t -~]/u.exec(description)?.[0];
    if (odd !== undefined) {
      const message = `the description of the AMI contains "${odd}", and EC2 accepts only ASCII`;
      report(at, message, "write ASCII letters, digits and punctuation");
    } else if (description.length > maxAmiDescription) {
      const message = `the description of the AMI has ${description.length} characters, and EC2 accepts up to ${maxAmiDescription}`;
      report(at, message, "write a shorter one");
    }
  },
};
