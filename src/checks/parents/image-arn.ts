import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { imageBuilderArnFault } from "./arn-fault";

const arn = (text: string) => withImage({ parent: [`arn: ${text}`, "platform: Linux"] });
const own = "arn:aws:imagebuilder:us-east-1:123456789012:image/base";

export const imageArn: ProjectRule = {
  code: "image-arn",
  refusedBy: "AWS",
  summary: "The ARN of a parent is not the ARN of an Image Builder image with a version.",
  source: "API field CreateImageRecipe.parentImage; Image Builder User Guide, semantic versioning",
  fail: [
    arn(`▸${own}/x.2.x`),
    arn(`▸${own}`),
    arn(`▸${own}/1.0.1073741824`),
    arn(`▸${own}/1.0.0/1/2`),
    arn("▸arn:aws:imagebuilder:us-east-1:123456789012:image/Base/1.0.0"),
    arn("▸arn:aws:imagebuilder:us-east-1:me:image/base/1.0.0"),
    arn("▸arn:aws:ec2:us-east-1:123456789012:image/ami-0123456789abcdef0"),
  ],
  pass: [
    arn(`${own}/2.x.x`),
    arn(`${own}/1.0.1073741823`),
    arn(`${own}/1.0.0/1`),
    arn("arn:aws:imagebuilder:us-east-1:aws:image/base/x.x.x"),
  ],
  eachRecipe({ definition: { parent } }, report) {
    const fault = parent.from === "arn" ? imageBuilderArnFault("image", parent.arn) : undefined;
    if (fault !== undefined) report(["parent", "arn"], ...fault);
  },
};
