import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "./container-example";

const agent = (owner: string) => `arn:aws:imagebuilder:us-east-1:${owner}:component/agent/1.0.0`;
const using = (component: string) => ({
  "containers/web.yaml": `parent:\n  image: amazonlinux:2023\ncomponents:\n  - arn: ${component}\n`,
});

export const containerMarketplace: ProjectRule = {
  code: "container-marketplace",
  refusedBy: "AWS",
  summary: "A container has a component of AWS Marketplace, which only images can have.",
  source: 'service message "Container Recipes must not contain marketplace components"',
  fail: [using(`▸${agent("aws-marketplace")}`)],
  pass: [using(agent("123456789012")), withContainer({})],
  eachRecipe({ kind, definition: { components } }, report) {
    if (kind !== "container") return;
    components.forEach((reference, index) => {
      if (reference.from !== "arn" || parseImageBuilderArn(reference.arn)?.owner !== "aws-marketplace") return;
      const message = `"${reference.arn}" is a component of AWS Marketplace, which a container cannot have`;
      report(["components", index, "arn"], message, "remove it, or build an image with it");
    });
  },
};
