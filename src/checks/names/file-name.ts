import { resourceNameFault, resourceNameShape } from "../../aws/resource-name";
import { environmentText, imageText } from "../../definitions/example-texts";
import { environmentName } from "../../definitions/schema/common";
import { addressable } from "../../factory/terraform-name";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const elsewhere = environmentText({ region: "eu-west-1" });

export const fileName: ProjectRule = {
  code: "file-name",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A file name is not valid as an Image Builder name, or, for an environment, as a stack name.",
  source: "API type ResourceName; at most 126 characters in the AWS provider",
  fail: [
    { "images/my.base.yaml": `▸${imageText()}` },
    { "environments/my test.yaml": `▸${elsewhere}` },
    { "environments/dev-82e297.yaml": `▸${elsewhere}` },
  ],
  pass: [
    { "images/My_base image.yaml": imageText(), ...withEnvironment({ images: { base: "", "My_base image": "" } }) },
    { "environments/test.yaml": elsewhere },
  ],
  project({ project: { images, containers, environments } }, report) {
    for (const [name, { source }] of [...images, ...containers]) {
      const fault = resourceNameFault(name);
      if (fault === undefined) continue;
      report({ file: source.file }, `"${name}", the name in AWS, ${fault}`, `rename the file: ${resourceNameShape}`);
    }
    for (const [name, { source }] of environments) {
      const [issue] = environmentName.safeParse(name).error?.issues ?? [];
      if (issue === undefined && addressable(name) === name) continue;
      const message = `"${name}" cannot be the name of a stack and its folder`;
      const fix = issue?.message ?? "CDKTF reads a part such as -82e297 as a placeholder of its own";
      report({ file: source.file }, message, `rename the file: ${fix}`);
    }
  },
};
