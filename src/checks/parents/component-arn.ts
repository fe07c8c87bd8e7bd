import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { imageBuilderArnFault } from "./arn-fault";

const arn = (text: string) => withImage({ components: [`arn: ${text}`] });

export const componentArn: ProjectRule = {
  code: "component-arn",
  refusedBy: "AWS",
  summary: "The ARN of a component is not the ARN of an Image Builder component with a version.",
  source: "API field ComponentConfiguration.componentArn; Image Builder User Guide, semantic versioning",
  fail: [
    arn("▸arn:aws:imagebuilder:us-east-1:aws:image/update-linux/1.0.2"),
    arn("▸arn:aws:imagebuilder:us-east-1:aws:component/update-linux"),
    arn("▸arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.x/1"),
  ],
  pass: [
    arn("arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.2"),
    arn("arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.2/1"),
    arn("arn:aws:imagebuilder:us-east-1:third-party:component/update-linux/x.x.x"),
  ],
  eachRecipe({ definition: { components } }, report) {
    components.forEach((reference, index) => {
      const fault = reference.from === "arn" ? imageBuilderArnFault("component", reference.arn) : undefined;
      if (fault !== undefined) report(["components", index, "arn"], ...fault);
    });
  },
};
