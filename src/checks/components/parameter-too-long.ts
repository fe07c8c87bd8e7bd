import { maxParameterValue } from "../../aws/quotas";
import type { YamlPath } from "../../problems/yaml-source";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";

const packages = (length: number, marker = "") => {
  const arn = "arn: arn:aws:imagebuilder:us-east-1:123456789012:component/install/1.0.0";
  return withImage({ components: [`${arn}\nparameters: { Packages: ${marker}${"x".repeat(length)} }`] });
};

export const parameterTooLong: ProjectRule = {
  code: "parameter-too-long",
  severity: "warning",
  summary:
    "The value of a component's or a workflow's parameter is longer than 1,024 characters, the quota of a new account, which AWS raises on request.",
  source: "quotas of Image Builder: component parameter length, image workflow parameter",
  fail: [packages(maxParameterValue + 1, "▸")],
  pass: [packages(maxParameterValue)],
  eachRecipe({ definition }, report) {
    for (const [index, { parameters }] of definition.components.entries())
      check(["components", index, "parameters"], parameters, report);
  },
  eachWorkflows({ path, workflows }, report) {
    for (const [index, { parameters }] of workflows.entries())
      check([...path, index, "parameters"], parameters, report);
  },
};

function check(path: YamlPath, parameters: Readonly<Record<string, string>>, report: LocalReport): void {
  for (const [name, { length }] of Object.entries(parameters)) {
    if (length <= maxParameterValue) continue;
    const message = `"${name}" has ${length} characters, and the quota of a new account is ${maxParameterValue}`;
    report([...path, name], message, "shorten it, or silence this where AWS has raised the quota");
  }
}
