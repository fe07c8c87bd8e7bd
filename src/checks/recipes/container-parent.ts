import { amiIdPattern } from "../../aws/ami-id";
import { parseArn, resourceNameOf } from "../../aws/arn";
import { managedImageOf } from "../../aws/managed-images";
import type { ContainerParent, ImageParent } from "../../model/parent";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "./container-example";

const arn = (name: string) => ["platform: Linux", `arn: ${name}`];

export const containerParent: ProjectRule = {
  code: "container-parent",
  severity: "warning",
  summary: "The parent of a container is an AMI. AWS documents container images alone as parents of containers.",
  source:
    "API field CreateContainerRecipe.parentImage; Image Builder User Guide, create a container recipe: container images of Image Builder, Docker Hub and Amazon ECR",
  fail: [
    withContainer({ parent: ["image: ▸ami-0123456789abcdef0"] }),
    withContainer({ parent: arn("▸arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x") }),
  ],
  pass: [
    withContainer({ parent: ["image: ami-tools:1"] }),
    withContainer({ parent: arn("arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-x86-latest/x.x.x") }),
    withContainer({ parent: arn("arn:aws:imagebuilder:us-east-1:123456789012:image/amazon-linux-2023-x86/x.x.x") }),
  ],
  eachRecipe({ kind, definition: { parent } }, report) {
    const ami = kind === "container" ? amiOf(parent) : undefined;
    if (ami === undefined) return;
    const fix =
      "write image, with an image of Docker Hub or Amazon ECR, or arn, with a container image of Image Builder";
    report(
      ["parent", ami.key],
      `"${ami.written}" is an AMI, and a container needs a container image as its parent`,
      fix,
    );
  },
};

function amiOf(parent: ContainerParent | ImageParent): { readonly key: string; readonly written: string } | undefined {
  if (parent.from === "registry")
    return amiIdPattern.test(parent.image) ? { key: "image", written: parent.image } : undefined;
  if (parent.from !== "arn") return undefined;
  const isAmi = parseArn(parent.arn)?.account === "aws" && managedImageOf(resourceNameOf(parent.arn)) !== undefined;
  return isAmi ? { key: "arn", written: parent.arn } : undefined;
}
