import type { ProjectRule } from "../project-rule";
import { withContainer } from "./container-example";

const windows = (parent: string) =>
  withContainer({ parent: [parent, "platform: Windows"], component: "update-windows" });

export const containerWindowsParent: ProjectRule = {
  code: "container-windows-parent",
  refusedBy: "AWS",
  summary:
    "A Windows container uses a registry image as its parent. This needs the API field imageOsVersionOverride, which the AWS provider cannot set.",
  source:
    'service message "You must specify an image OsVersion override when using ECR Repositories as your parent image for Windows Platform"; issue 24712 of hashicorp/terraform-provider-aws',
  fail: [windows("image: ▸123456789012.dkr.ecr.us-east-1.amazonaws.com/windows:ltsc2022")],
  pass: [windows("arn: arn:aws:imagebuilder:us-east-1:123456789012:image/windows-core/x.x.x")],
  eachRecipe({ definition: { parent } }, report) {
    if (parent.from !== "registry" || parent.platform !== "Windows") return;
    const message = `"${parent.image}" is from a registry, and the AWS provider cannot say which version of Windows it is`;
    const fix = "write arn, with the ARN of a Windows container image of Image Builder";
    report(["parent", "image"], message, fix);
  },
};
