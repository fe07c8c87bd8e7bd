import { ssmParameterName } from "../../aws/ssm-parameter";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";

const parameter = (name: string) => withImage({ parent: [`ssm: ${name}`, "platform: Linux"] });

export const parentParameter: ProjectRule = {
  code: "parent-parameter",
  refusedBy: "build",
  summary: "The SSM parameter of a parent does not have a valid name.",
  source: "SSM API field PutParameter.Name: a parameter in a hierarchy starts with a slash",
  fail: [
    parameter("▸images/base"),
    parameter("▸/images//base"),
    parameter("▸/images/"),
    parameter("▸arn:aws:ssm:us-east-1:123456789012:parameter/images//base"),
  ],
  pass: [
    parameter("/images/base"),
    parameter("images-base"),
    parameter("arn:aws:ssm:us-east-1:123456789012:parameter/images/base"),
  ],
  eachRecipe({ definition: { parent } }, report) {
    if (parent.from !== "ssm") return;
    const name = ssmParameterName(parent.parameter);
    const fault =
      name.includes("//") || name.endsWith("/")
        ? "has an empty part"
        : name.includes("/") && !name.startsWith("/")
          ? "is in a hierarchy, but does not start with a slash"
          : undefined;
    if (fault === undefined) return;
    const parts = name.split("/").filter((part) => part !== "");
    report(["parent", "ssm"], `the SSM parameter "${name}" ${fault}`, `write /${parts.join("/")}`);
  },
};
